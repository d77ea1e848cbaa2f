import type { TrainingSettings } from '../contract/settings/training.ts';
import { jobOffset, workerOffset, type JobField } from '../kernel/memory-map.ts';
import { randomState } from '../random.ts';
import { huffmanTree } from '../vocabulary/huffman.ts';
import { aliasTable, keepThresholds, noiseShares } from '../vocabulary/noise.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { drawInitialVectors } from './initial-vectors.ts';
import { allocate, layoutOf, type Layout } from './layout.ts';
import { randomPurpose } from './random-purpose.ts';
import type { RoundsLayout } from './rounds-layout.ts';
import { sizesOfTree } from './sizes.ts';
import { planSnapshots } from './snapshot-plan.ts';
import { wholeLines } from './whole-lines.ts';

/** The shared memory of a run with everything in it that does not change, and the vectors. */
export interface RunMemory {
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly settings: TrainingSettings;
  readonly words: number;
  readonly dimensions: number;
  /** Tokens with a row; u32, bit 31 set on the last of each document. To be filled by the caller. */
  readonly tokens: Uint32Array;
}

/** @param watched rows that are kept on the way; none without it. @throws AppError E_MODEL_TOO_LARGE */
export function prepareMemory(
  vocabulary: Vocabulary,
  settings: TrainingSettings,
  watched: readonly number[] = [],
): RunMemory {
  const words = vocabulary.words.length;
  const tree = settings.output === 'hierarchical-softmax' ? huffmanTree(vocabulary.counts) : null;
  const layout = layoutOf(
    { words, tokens: vocabulary.keptTokens, ...sizesOfTree(tree) },
    settings,
    planSnapshots(watched, settings, vocabulary.keptTokens),
  );
  const memory = allocate(layout);
  const u32 = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);

  u32(layout.keep, words).set(keepThresholds(vocabulary.counts, vocabulary.totalTokens, settings.subsample));
  const noise = aliasTable(noiseShares(vocabulary.counts, settings.noiseExponent));
  u32(layout.aliasThresholds, words).set(noise.thresholds);
  u32(layout.aliases, words).set(noise.aliases);
  const outputRow = (row: number) => layout.rows + row * layout.rowBytes * 2 + layout.rowBytes;
  if (tree !== null) {
    u32(layout.pathOffsets, words + 1).set(tree.offsets);
    // word2vec’s label of a node is 1 − code. Addresses of rows are even: there is room for it.
    u32(layout.paths, tree.points.length).set(
      tree.points.map((point, at) => outputRow(rowOfNode(point, words)) + 1 - tree.codes[at]!),
    );
  }
  if (settings.output === 'full-softmax') {
    u32(layout.outputRows, words).set(Uint32Array.from({ length: words }, (_, row) => outputRow(row)));
    for (const area of layout.rounds?.areas ?? []) {
      const list = area + layout.rounds!.outputs;
      const rows = list + wholeLines(words * 4);
      u32(list, words).set(Uint32Array.from({ length: words }, (_, row) => rows + row * layout.rowBytes));
    }
  }
  writeJob(memory, layout, settings, vocabulary);
  const run = {
    memory,
    layout,
    settings,
    words,
    dimensions: settings.dimensions,
    tokens: u32(layout.tokens, vocabulary.keptTokens),
  };
  const stride = layout.rowBytes / 2;
  const rows = new Float32Array(memory.buffer, layout.rows, words * stride);
  drawInitialVectors(settings, words, (row) =>
    rows.subarray(row * stride, row * stride + settings.dimensions),
  );
  seedWorkers(run);
  return run;
}

function writeJob(
  memory: WebAssembly.Memory,
  layout: Layout,
  settings: TrainingSettings,
  { words, keptTokens }: Vocabulary,
): void {
  const view = new DataView(memory.buffer, layout.job);
  const integers: Partial<Record<JobField, number>> = {
    tokens: layout.tokens,
    rows: layout.rows,
    rowBytes: layout.rowBytes,
    words: words.length,
    keep: layout.keep,
    aliasThresholds: layout.aliasThresholds,
    aliases: layout.aliases,
    pathOffsets: layout.pathOffsets,
    paths: layout.paths,
    outputRows: layout.outputRows,
    hotRowCount: layout.hotRowCount,
    windowsToMerge: layout.windowsToMerge,
    progress: layout.progress,
    window: settings.window,
    dynamicWindow: Number(settings.dynamicWindow),
    negative: settings.negative,
    meanOfContext: Number(settings.combine === 'mean'),
    lossInterval: lossInterval(keptTokens),
    stretches: 1,
    ...(layout.rounds === null ? {} : jobOfRounds(layout, layout.rounds)),
  };
  for (const [field, value] of Object.entries(integers) as [JobField, number][])
    view.setUint32(jobOffset(field), value, true);
  view.setFloat64(jobOffset('total'), keptTokens * settings.epochs + 1, true);
  view.setFloat32(jobOffset('rate'), settings.rate, true);
  view.setFloat32(jobOffset('minRate'), settings.minRate, true);
}

function jobOfRounds(
  { workers, workerBytes, scratchEnd }: Layout,
  rounds: RoundsLayout,
): Partial<Record<JobField, number>> {
  return {
    stretches: rounds.stretches,
    roundTokens: rounds.tokens,
    blocks: workers[0]!,
    blockBytes: workerBytes,
    areas: rounds.areas[0]!,
    areaBytes: rounds.areaBytes,
    areaAddresses: rounds.addresses,
    areaOwned: rounds.owned,
    areaCopies: rounds.copies,
    areaOutputs: rounds.outputs,
    touched: rounds.touched,
    touchedBytes: rounds.touchedBytes,
    unitBytes: rounds.unitBytes,
    unitPlaces: scratchEnd,
  };
}

/** So that an epoch has some ten thousand samples of the loss, and sampling costs a few per cent at most. */
const lossInterval = (tokens: number) => Math.round(Math.min(256, Math.max(16, tokens / 20_000)));

/** Input vectors uniform in ±½ ÷ dimensions; output vectors stay zero (word2vec). */
function seedWorkers({ memory, layout, settings }: RunMemory): void {
  layout.workers.forEach((_, worker) => {
    if (layout.rounds === null) seedEpoch(memory, layout, settings.seed, worker, 0);
    else beginStretch(memory, layout, settings.seed, worker, 0);
  });
}

/** Puts a stretch at its beginning, in an epoch. */
export function beginStretch(
  memory: WebAssembly.Memory,
  layout: Layout,
  seed: number,
  stretch: number,
  epoch: number,
): void {
  const edge = (at: number) => Math.floor((layout.tokenCount * at) / layout.workers.length);
  const block = new DataView(memory.buffer, layout.workers[stretch]);
  block.setUint32(workerOffset('epoch'), epoch, true);
  block.setUint32(workerOffset('position'), edge(stretch), true);
  block.setUint32(workerOffset('end'), edge(stretch + 1), true);
  seedEpoch(memory, layout, seed, stretch, epoch);
}

/** Each worker starts each epoch with a stream of its own, so that an epoch does not depend on how long the last one was. */
export function seedEpoch(
  memory: WebAssembly.Memory,
  layout: Layout,
  seed: number,
  worker: number,
  epoch: number,
): void {
  new Uint32Array(memory.buffer, layout.workers[worker]! + workerOffset('random'), 4).set(
    randomState(seed, randomPurpose.epoch, worker, epoch),
  );
}

/** The row of an inner node of the Huffman tree: the root, which is numbered last, comes first. */
export const rowOfNode = (node: number, words: number) => words - 2 - node;
