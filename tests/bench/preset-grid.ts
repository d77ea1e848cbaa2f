import type { TrainingSettings } from '../../core/contract/settings/training.ts';

/** A corpus at one size, and the pairs of words that people rated in its language. */
export interface Part {
  readonly name: string;
  readonly files: readonly string[];
  readonly language: string;
  readonly tokens: number;
  readonly pairs: readonly string[];
}

const english = ['en/EN-MEN-TR-3k.txt', 'en/EN-WS-353-ALL.txt'];
const german = ['de/wordsim353-german.txt'];
const chinese = ['zh/cwe-240.txt', 'zh/multisimlex-zh.tsv'];
const finnish = ['fi/multisimlex-fi.tsv'];
const of = (name: string, tokens: number): Part =>
  ({
    en3: { name, files: ['en/brown.txt', 'en/enwiki25.gz'], language: 'en', tokens, pairs: english },
    en: { name, files: ['en/brown.txt'], language: 'en', tokens, pairs: english },
    de: { name, files: ['de/eltec-deu.txt'], language: 'de', tokens, pairs: german },
    zh: { name, files: ['zh/zhwiki.txt', 'zh/hongloumeng.txt'], language: 'zh', tokens, pairs: chinese },
    fi: { name, files: ['fi/ud-finnish.txt'], language: 'fi', tokens, pairs: finnish },
  })[name]!;

export const parts: readonly Part[] = [
  of('en', 100_000),
  of('de', 100_000),
  of('zh', 100_000),
  of('fi', 60_000),
  of('en', 30_000),
  of('de', 30_000),
  of('zh', 30_000),
  of('fi', 30_000),
  of('en', 300_000),
  of('zh', 300_000),
  of('de', 300_000),
  of('en', 1_000_000),
  of('zh', 600_000),
  of('en3', 3_000_000),
];

type Named = readonly [string, Partial<TrainingSettings>];

/** Around one setting, one thing changed at a time; how many epochs are in question hangs on the size. */
export function settingsAt(tokens: number): Named[] {
  const epochs = tokens <= 30_000 ? 100 : tokens <= 100_000 ? 60 : tokens <= 300_000 ? 40 : 20;
  const center = { window: 10, negative: 10, subsample: 1e-4, epochs };
  const near = (name: string, changed: Partial<TrainingSettings>): Named => [name, { ...center, ...changed }];
  const count = (dimensions: number, window: number): Named => [
    `count ${dimensions}, window ${window}`,
    { architecture: 'count', dimensions, window },
  ];
  return [
    ['center', center],
    near('epochs ÷ 2', { epochs: epochs / 2 }),
    near('window 5', { window: 5 }),
    near('k 5', { negative: 5 }),
    near('subsample 1e-3', { subsample: 1e-3 }),
    count(100, 5),
    count(100, 10),
    near('hs', { output: 'hierarchical-softmax' }),
    near('dimensions 50', { dimensions: 50 }),
    near('dimensions 200', { dimensions: 200 }),
    count(200, 5),
    count(50, 5),
    near('minimum 3', { minCount: 3 }),
    near('minimum 10', { minCount: 10 }),
    near('epochs × 2', { epochs: epochs * 2 }),
    near('window 15', { window: 15 }),
    near('k 15', { negative: 15 }),
    near('subsample 1e-5', { subsample: 1e-5 }),
    near('CBOW', { architecture: 'cbow' }),
    count(200, 10),
    count(300, 5),
  ];
}
