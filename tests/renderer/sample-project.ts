import type { DocumentRow } from '../../core/contract/corpus.ts';
import type { ModelSummary, ProjectInfo } from '../../core/contract/project.ts';
import type { TrainingSettings } from '../../core/contract/settings/training.ts';
import { fixed } from './sample-words.ts';

export const settings: TrainingSettings = {
  architecture: 'skip-gram',
  output: 'negative-sampling',
  negative: 5,
  dimensions: 100,
  window: 5,
  dynamicWindow: true,
  layer: 'form',
  within: 'text',
  combine: 'mean',
  minCount: 5,
  maxVocabulary: 0,
  stopWords: [],
  epochs: 15,
  rate: 0.025,
  minRate: 0.0001,
  subsample: 0.001,
  noiseExponent: 0.75,
  seed: 1,
  workers: 1,
  stretches: 1,
  mode: 'reproducible',
};

const names = [
  'Washington_1790.txt',
  'Adams_1797.txt',
  'Jefferson_1801.txt',
  'Madison_1809.txt',
  'Lincoln_1861.txt',
  'Grant_1869.txt',
  'Roosevelt_1905.txt',
  'Wilson_1913.txt',
  'Roosevelt_1941.txt',
  'Kennedy_1962.txt',
  '演说集_第一卷.txt',
  'خطاب_1956.txt',
];

export const documents: readonly DocumentRow[] = names.map((name, id) => ({
  id,
  name,
  language: name.startsWith('演') ? 'zh' : name.startsWith('خ') ? 'ar' : 'en',
  encoding: id === 3 ? 'windows-1252' : id === 10 ? 'gb18030' : 'utf-8',
  method: name.startsWith('演') ? 'segmenter' : 'spaced',
  metadata: { author: name.split('_')[0] ?? '', year: Number(/\d{4}/.exec(name)?.[0] ?? 1950) },
  characters: Math.round(60_000 + fixed(name) * 240_000),
  tokens: Math.round(12_000 + fixed(name) * 46_000),
}));

const model = (name: string, changed: Partial<ModelSummary>): ModelSummary => ({
  name,
  kind: 'trained',
  vocabulary: 6210,
  dimensions: 100,
  settings,
  subCorpus: null,
  loss: [2.91, 2.44, 2.27, 2.18, 2.11, 2.06, 2.02, 1.99, 1.97, 1.95, 1.94, 1.93, 1.92, 1.91, 1.91],
  health: {
    randomPairCosine: 0.21,
    effectiveTokens: 4_620_000,
    rareShare: 0.58,
    hubs: [
      { word: 'mo-quali', inNeighbourLists: 214 },
      { word: 'great', inNeighbourLists: 131 },
    ],
    advice: 'many-rare-words',
  },
  createdAt: Date.UTC(2026, 2, 14, 9, 41),
  stale: false,
  ...changed,
});

/** A model of the texts of one century. */
export const nineteenth = model('skip-gram, 19th century', {
  createdAt: Date.UTC(2026, 2, 11, 11, 20),
  vocabulary: 3120,
  subCorpus: {
    name: 'Nineteenth century',
    conditions: [{ field: 'year', from: '1801', to: '1900' }],
    documents: 4,
    tokens: 132_412,
    digest: '3f9a61c0d27b'.padEnd(64, '0'),
  },
});

export const models: readonly ModelSummary[] = [
  model('skip-gram 100', {}),
  model('cbow 50', {
    createdAt: Date.UTC(2026, 2, 12, 16, 5),
    dimensions: 50,
    stale: true,
    settings: { ...settings, architecture: 'cbow', dimensions: 50 },
    health: {
      randomPairCosine: 0.83,
      effectiveTokens: 310_000,
      rareShare: 0.31,
      hubs: [],
      advice: 'more-epochs',
    },
  }),
  nineteenth,
];

export const info: ProjectInfo = {
  name: 'Speeches 1790–2016.firth',
  readOnly: false,
  documents: documents.length,
  tokens: documents.reduce((sum, row) => sum + row.tokens, 0),
  types: 30_000,
  models,
  unsaved: false,
  resumable: null,
  cutOtherwise: false,
  resumableKind: null,
  recovered: null,
  unsavedWork: [],
};

export const emptyInfo: ProjectInfo = {
  ...info,
  name: null,
  documents: 0,
  tokens: 0,
  types: 0,
  models: [],
  unsaved: true,
};
