import type { ReadToken, SequenceSummary, StateLine } from '../../core/contract/sequence.ts';
import type { SequenceSettings } from '../../core/contract/settings/sequence.ts';
import { stateParts } from '../../core/contract/sequence.ts';
import type { Answers } from './sample-answers.ts';
import type { ProjectInfo } from '../../core/contract/project.ts';
import { documents, info, nineteenth } from './sample-project.ts';
import { fixed, sentences, words } from './sample-words.ts';

export const sequenceSettings: SequenceSettings = {
  cell: 'lstm',
  layers: 1,
  hidden: 128,
  embeddings: 'frozen',
  parent: 'skip-gram 100',
  layer: 'form',
  dimensions: 100,
  output: 'full-softmax',
  samples: 100,
  minCount: 5,
  maxVocabulary: 0,
  epochs: 8,
  batch: 16,
  steps: 35,
  memory: 'sentence',
  optimiser: 'adam',
  rate: 0.002,
  momentum: 0.9,
  clip: 1,
  dropout: 0.3,
  heldOut: 0.1,
  seed: 1,
  mode: 'reproducible',
};

const falling = (last: number, epochs: number) =>
  Array.from(
    { length: epochs },
    (_, i) => last * (1 + 0.9 * Math.exp(-0.7 * i)) * (1 + 0.02 * fixed('x', i)),
  );

export const vanishing = (steps: number, each: number) =>
  Array.from({ length: steps }, (_, i) => 0.18 * each ** i * (0.8 + 0.4 * fixed('norm', i)));

const summary = (name: string, changed: Partial<SequenceSummary>): SequenceSummary => ({
  name,
  settings: sequenceSettings,
  parentThere: true,
  subCorpus: null,
  vocabulary: 6212,
  parameters: 919_000,
  trainTokens: 342_118,
  heldOutTokens: 40_406,
  heldOutTexts: { first: ['Adams_1797.txt', '演说集_第一卷.txt'], count: 2 },
  loss: falling(4.4, 8),
  heldOutPerplexity: falling(128, 8),
  baselines: { unigram: 641, bigram: 171.4, trigram: 148.2 },
  gradientNorms: vanishing(35, 0.86),
  seconds: 312,
  tokensPerSecond: 9120,
  createdAt: Date.UTC(2026, 2, 15, 10, 12),
  stale: false,
  ...changed,
});

export const sequences: readonly SequenceSummary[] = [
  summary('lstm 128', {}),
  summary('rnn 128', {
    settings: { ...sequenceSettings, cell: 'rnn' },
    heldOutPerplexity: falling(159, 8),
    gradientNorms: vanishing(35, 0.55),
    parameters: 830_000,
    tokensPerSecond: 24_600,
    seconds: 118,
    createdAt: Date.UTC(2026, 2, 15, 9, 58),
  }),
  summary('lstm, 19th century', {
    settings: { ...sequenceSettings, parent: nineteenth.name },
    subCorpus: nineteenth.subCorpus,
    vocabulary: 3122,
    trainTokens: 118_920,
    heldOutTokens: 13_492,
    heldOutTexts: { first: ['Grant_1869.txt'], count: 1 },
    heldOutPerplexity: falling(171, 8),
    baselines: { unigram: 702, bigram: 224.1, trigram: 219.8 },
    stale: true,
    createdAt: Date.UTC(2026, 2, 13, 8, 30),
  }),
  summary('rnn over deleted vectors', {
    settings: {
      ...sequenceSettings,
      cell: 'rnn',
      layers: 2,
      hidden: 32,
      embeddings: 'tuned',
      parent: 'cbow old',
    },
    parentThere: false,
    stale: true,
    heldOutPerplexity: falling(214, 3),
    gradientNorms: vanishing(35, 0.42),
    createdAt: Date.UTC(2026, 2, 11, 18, 3),
  }),
];

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}]+)*/gu) ?? [];
const bitsOf = (word: string, i: number, salt: number) =>
  word.length < 4 ? 1.5 + 4 * fixed(word, i + salt) : 5 + 9 * fixed(word, i + salt);

function tokensOf(text: string, salt: number): readonly ReadToken[] {
  return wordsOf(text).map((word, i) => ({
    word,
    known: word.length < 11,
    bits: bitsOf(word, i, salt),
  }));
}

const start: ReadToken = { word: '<eos>', known: true, bits: null };

const nextWords = (top: number, salt: number, actual: string | undefined) =>
  Array.from({ length: top }, (_, rank) => ({
    word: rank === 2 && actual !== undefined ? actual : (words[(salt * 7 + rank * 3) % 84] ?? ''),
    probability: (0.05 + 0.2 * fixed('p', salt)) / (1 + rank * 0.7),
  }));

function stateLines(limit: number, highest: number): readonly StateLine[] {
  return Array.from({ length: limit }, (_, i) => {
    const row = documents[i % 10]!;
    const tokens = (sentences[i % 5] ?? '').split(' ');
    const at = 4 + (i % 9);
    return {
      documentId: row.id,
      document: row.name,
      position: i * 41,
      left: tokens.slice(0, at).join(' '),
      node: tokens[at] ?? '',
      right: tokens.slice(at + 1).join(' '),
      score: highest * (1 - i * 0.004),
    };
  });
}

/** What the stand-in engine says of recurrent models. */
export const sequenceAnswers: Pick<Answers, Extract<keyof Answers, `sequence.${string}`>> = {
  'sequence.preset': ({ cell, parent, texts }) => {
    const settings = { ...sequenceSettings, cell, rate: cell === 'rnn' ? 0.001 : 0.002 };
    if (texts === 'all') return { settings, reason: 'medium', documents: 12, tokens: 382_524, warnings: [] };
    const ownVectors = parent === undefined || parent === nineteenth.name;
    return {
      settings: { ...settings, hidden: 96, minCount: 3, parent: parent ?? nineteenth.name },
      reason: 'small',
      documents: 4,
      tokens: 132_412,
      warnings: ownVectors ? [] : ['vectors-of-other-texts'],
    };
  },
  'sequence.estimate': ({ settings: { minCount = 5, hidden = 128 } }) => ({
    vocabulary: Math.round(31_060 / minCount),
    keptShare: 0.94,
    trainTokens: 342_118,
    heldOutTokens: 40_406,
    parameters: hidden * 7180,
    bytes: 41_000_000 + hidden * 90_000,
    seconds: 2.4 * hidden,
  }),
  'sequence.list': () => sequences,
  'sequence.rename': () => sequences[0]!,
  'sequence.delete': () => null,
  'sequence.predict': ({ text, top }) => ({
    model: 'lstm 128',
    predictions: nextWords(top, wordsOf(text).length + 3, undefined),
    tokens: [start, ...tokensOf(text, 0)],
  }),
  'sequence.states': ({ sentence, top, model }) => {
    const one = sequences.find(({ name }) => name === model) ?? sequences[0]!;
    const { cell, hidden, layers } = one.settings;
    const salt = cell === 'rnn' ? 40 : 0;
    const tokens = [start, ...tokensOf(sentence, salt)];
    const parts = cell === 'rnn' ? (['hidden'] as const) : stateParts;
    const values = new Float32Array(parts.length * layers * tokens.length * hidden);
    let at = 0;
    for (const part of parts)
      for (let layer = 0; layer < layers; layer++) {
        const carried = new Float32Array(hidden);
        for (const [step, token] of tokens.entries())
          for (let unit = 0; unit < hidden; unit++) {
            const fresh = 2 * fixed(`${part}${token.word}`, unit + salt + layer * 7 + step * 0) - 1;
            // Each unit keeps what it has for a time of its own.
            const keeps = cell === 'rnn' ? 0.35 : 0.2 + 0.75 * fixed('keep', unit);
            carried[unit] = keeps * carried[unit]! + (1 - keeps) * fresh * 1.3;
            const isGate = ['input', 'forget', 'output'].includes(part);
            values[at++] = isGate ? (carried[unit]! + 1) / 2 : carried[unit]! * (part === 'cell' ? 1.7 : 1);
          }
      }
    return {
      model: one.name,
      cell,
      layers,
      hidden,
      tokens,
      endBits: 3.4 + 2 * fixed(sentence, salt),
      parts,
      values,
      next: tokens.map((token, i) =>
        nextWords(
          top,
          Math.round(60 * fixed(token.word, i + salt)),
          i % 3 === 0 ? tokens[i + 1]?.word : undefined,
        ),
      ),
      gradientNorms: vanishing(tokens.length, cell === 'rnn' ? 0.5 : 0.84),
    };
  },
  'sequence.surprisal': ({ text }) => {
    const tokens = [...tokensOf(text, 0), { word: '<eos>', known: true, bits: 2.8 }];
    if (tokens.length === 1) throw Object.assign(new Error(), { code: 'E_NO_WORDS', details: {} });
    const bitsPerWord = tokens.reduce((sum, token) => sum + (token.bits ?? 0), 0) / tokens.length;
    return { model: 'lstm 128', tokens: [start, ...tokens], bitsPerWord, perplexity: 2 ** bitsPerWord };
  },
  'sequence.sentences': ({ order, offset, limit, heldOutOnly, minWords }) => {
    const total = heldOutOnly ? 1204 : 14_310 - minWords * 100;
    const arabic = 'قرأ الرجل هذا الكتاب في البيت القديم قبل سنة';
    const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => {
      const n = offset + i;
      const row = documents[n % 12]!;
      const text = row.language === 'ar' ? arabic : (sentences[n % 5] ?? '');
      return {
        documentId: row.id,
        document: row.name,
        position: n * 53,
        text,
        words: text.split(' ').length,
        unknown: n % 4,
        bitsPerWord: order === 'most' ? 14.2 / (1 + n * 0.004) : 2.1 + n * 0.002,
        trained: !heldOutOnly && n % 7 !== 0,
        heldOut: heldOutOnly || n % 7 === 0,
      };
    });
    return { model: 'lstm 128', total, rows };
  },
  'sequence.sample': ({ words: count, seed }) => {
    const tokens = Array.from({ length: count }, (_, i) => ({
      word: i % 13 === 12 ? '<eos>' : (words[Math.floor(fixed('drawn', i + seed * 100) * 82)] ?? ''),
      known: true,
      bits: bitsOf('drawn', i, seed),
    }));
    return { model: 'lstm 128', text: tokens.map(({ word }) => word).join(' '), tokens };
  },
  'sequence.unit': ({ lowest, limit }) => ({
    model: 'lstm 128',
    lines: stateLines(limit, lowest ? -0.94 : 0.97),
  }),
  'sequence.similar': ({ limit }) => ({ model: 'lstm 128', lines: stateLines(limit, 0.91) }),
};

/** A small corpus without any model, in which a training of a recurrent one was interrupted. */
export const beforeSequences: Answers = {
  'project.info': () => small,
  'project.open': () => small,
  'corpus.subCorpora': () => ({ subCorpora: [] }),
  'sequence.list': () => [],
  'sequence.preset': ({ cell }) => ({
    settings: { ...sequenceSettings, cell, hidden: 32, embeddings: 'learned', parent: '', dimensions: 50 },
    reason: 'tiny',
    documents: 3,
    tokens: 18_204,
    warnings: ['too-small-for-sequence', 'no-word-vectors'],
  }),
};
const small: ProjectInfo = {
  ...info,
  documents: 3,
  tokens: 18_204,
  types: 3110,
  models: [],
  resumable: Date.UTC(2026, 2, 15, 10, 40),
  cutOtherwise: false,
  resumableKind: 'sequence',
};
