import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import { kernelModule as builtKernel } from '../../../core/kernel/kernel-modules.ts';
import { encodeTokens } from '../../../core/training/encode-tokens.ts';
import { prepareMemory, type RunMemory } from '../../../core/training/run-memory.ts';
import { copyVectors } from '../../../core/training/run-state.ts';
import { completeSettings } from '../../../core/training/settings.ts';
import { startTrainer, type TrainerOptions, type TrainingOutcome } from '../../../core/training/trainer.ts';
import { buildVocabulary, type Vocabulary } from '../../../core/vocabulary/vocabulary.ts';
import { seeded, smallText } from '../../fixtures/small-language.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const workerEntry = pathToFileURL(join(root, 'core', 'training', 'training-worker.ts')).href;

export const kernelModule = (build: 'strict' | 'relaxed' = 'strict'): WebAssembly.Module =>
  builtKernel({ kernels: join(root, 'resources', 'kernels') }, 'words', build);

export interface SmallCorpus {
  readonly forms: readonly string[];
  readonly counts: Uint32Array;
  readonly documents: readonly Uint32Array[];
}

/** Documents as type ids. */
export function corpusOf(texts: readonly string[]): SmallCorpus {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const documents = texts.map((text) =>
    Uint32Array.from(text.split(/[\s.]+/u).filter(Boolean), (word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      counts[id] = (counts[id] ?? 0) + 1;
      return id;
    }),
  );
  return { forms: [...ids.keys()], counts: Uint32Array.from(counts), documents };
}

export const smallCorpus = (documents = 8, sentences = 60) =>
  corpusOf(Array.from({ length: documents }, (_, at) => smallText(sentences, at + 1)));

/** Random words, uneven frequencies, many short documents. */
export function noisyCorpus(tokens: number, types: number, seed = 1): SmallCorpus {
  const random = seeded(seed);
  const words = Array.from({ length: tokens }, () => `w${Math.floor(types * random() ** 2)}`);
  const texts: string[] = [];
  for (let at = 0; at < tokens;) {
    const length = 1 + Math.floor(40 * random());
    texts.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return corpusOf(texts);
}

export interface SmallRun {
  readonly vocabulary: Vocabulary;
  readonly settings: TrainingSettings;
  readonly run: RunMemory;
}

export function prepared(corpus: SmallCorpus, chosen: Partial<TrainingSettings>): SmallRun {
  const settings = completeSettings({ minCount: 1, ...chosen });
  const vocabulary = buildVocabulary(corpus, settings);
  const run = prepareMemory(vocabulary, settings);
  const pieces = corpus.documents.map((ids) => ({ ids, lastOfDocument: true }));
  encodeTokens(pieces, vocabulary.rowOfType, run.tokens);
  return { vocabulary, settings, run };
}

export const trainerOptions = (options: Partial<TrainerOptions> = {}): TrainerOptions => ({
  workerEntry,
  module: kernelModule(),
  now: () => performance.now(),
  ...options,
});

export async function trained(
  corpus: SmallCorpus,
  chosen: Partial<TrainingSettings>,
  options: Partial<TrainerOptions> = {},
): Promise<SmallRun & { outcome: TrainingOutcome; input: Float32Array; output: Float32Array }> {
  const small = prepared(corpus, chosen);
  const outcome = await startTrainer(small.run, trainerOptions(options)).outcome;
  return {
    ...small,
    outcome,
    input: copyVectors(small.run, 'input'),
    output: copyVectors(small.run, 'output'),
  };
}
