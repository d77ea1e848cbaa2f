import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SequenceSettings } from '../../../core/contract/settings/sequence.ts';
import { endRow, startOfText, type SequenceData } from '../../../core/sequence/sequence-data.ts';
import { prepareSequenceRun, type SequenceRun } from '../../../core/sequence/sequence-run.ts';
import {
  startSequenceTrainer,
  type SequenceOutcome,
  type SequenceTrainerOptions,
} from '../../../core/sequence/trainer.ts';
import { smallText } from '../../fixtures/small-language.ts';
import { sequenceModule } from './small-network.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const workerEntry = pathToFileURL(join(root, 'core', 'sequence', 'sequence-worker.ts')).href;

export const smallSettings: SequenceSettings = {
  cell: 'lstm',
  layers: 1,
  hidden: 16,
  embeddings: 'learned',
  layer: 'form',
  parent: '',
  dimensions: 12,
  output: 'full-softmax',
  samples: 16,
  minCount: 1,
  maxVocabulary: 0,
  epochs: 4,
  batch: 4,
  steps: 10,
  memory: 'document',
  optimiser: 'adam',
  rate: 0.01,
  momentum: 0,
  clip: 5,
  dropout: 0,
  heldOut: 0.1,
  seed: 1,
  mode: 'reproducible',
};

/** Texts of the small language; the last of them is held out. */
export function smallData(texts = 5, sentences = 60): SequenceData {
  const words = ['<unk>', '<eos>'];
  const rowOf = new Map<string, number>();
  const rowsOf = (text: string) => {
    const rows = [(endRow | startOfText) >>> 0];
    for (const sentence of text.split('.').map((one) => one.trim().split(/\s+/u).filter(Boolean))) {
      if (sentence.length === 0) continue;
      for (const word of sentence) {
        if (!rowOf.has(word)) rowOf.set(word, words.push(word) - 1);
        rows.push(rowOf.get(word)!);
      }
      rows.push(endRow);
    }
    return rows;
  };
  const all = Array.from({ length: texts }, (_, at) => rowsOf(smallText(sentences, at + 1)));
  const training = Uint32Array.from(all.slice(0, -1).flat());
  const counts = new Uint32Array(words.length);
  for (const row of training) counts[(row & ~startOfText) >>> 0]! += 1;
  return { words, counts, training, heldOut: Uint32Array.from(all.at(-1)) };
}

export const prepared = (chosen: Partial<SequenceSettings> = {}, data = smallData()): SequenceRun =>
  prepareSequenceRun(data, { ...smallSettings, ...chosen }, null);

export const trainerOptions = (options: Partial<SequenceTrainerOptions> = {}): SequenceTrainerOptions => ({
  workerEntry,
  module: sequenceModule(),
  now: () => performance.now(),
  ...options,
});

export async function trained(
  chosen: Partial<SequenceSettings> = {},
  options: Partial<SequenceTrainerOptions> = {},
  data = smallData(),
): Promise<{ readonly run: SequenceRun; readonly outcome: SequenceOutcome }> {
  const run = prepared(chosen, data);
  const outcome = await startSequenceTrainer(run, trainerOptions(options)).outcome;
  return { run, outcome };
}
