import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { jobBytes, kernelData, scratchBytes, workerBlockBytes } from '../kernel/memory-map.ts';
import { placeRounds, stretchesOf, threadsOf, unitsOf, type RoundsLayout } from './rounds-layout.ts';
import type { Sizes } from './sizes.ts';
import { noSnapshots, snapshotBytes, type SnapshotPlan } from './snapshot-plan.ts';
import { wholeLines } from './whole-lines.ts';

/** Byte offsets of everything in the shared memory of a training run; all multiples of 16. */
export interface Layout {
  readonly control: number;
  readonly job: number;
  /** u64: tokens done by all workers; behind it u32: stretches given out. */
  readonly progress: number;
  /** One block for each worker, or in rounds for each stretch, with the losses of each epoch behind it. */
  readonly workers: readonly number[];
  readonly workerBytes: number;
  /** One for each thread. */
  readonly scratches: readonly number[];
  /** Within a scratch: behind what every training needs. */
  readonly scratchEnd: number;
  /** Of training in rounds. */
  readonly rounds: RoundsLayout | null;
  readonly keep: number;
  readonly aliasThresholds: number;
  readonly aliases: number;
  readonly pathOffsets: number;
  readonly paths: number;
  readonly outputRows: number;
  readonly tokens: number;
  readonly tokenCount: number;
  /**
   * Words × 2 rows: the input row, then the output row. Words stand by falling frequency, and so do the inner nodes of the
   * Huffman tree, whose root comes first.
   */
  readonly rows: number;
  /** Bytes of one row. */
  readonly rowBytes: number;
  /** Words, from the first on, of whose two rows each worker has a copy. */
  readonly hotRowCount: number;
  readonly windowsToMerge: number;
  /** Where words that are watched are compared with all: their vectors, then their scores. */
  readonly watch: number;
  /** Words whose vectors are kept on the way, and where they are kept. */
  readonly watched: SnapshotPlan;
  readonly snapshots: number;
  readonly bytes: number;
}

/**
 * Rows of which each worker has a copy, and the windows after which it merges them: seldom enough for the cache, often
 * enough that no worker runs ahead of the others. With hierarchical softmax: the most frequent words, half of all contexts of
 * English, and as many nodes from the root on. With negative sampling: a third of all negative samples.
 */
const mostHotRows = {
  'hierarchical-softmax': { count: 511, windows: 512 },
  'negative-sampling': { count: 128, windows: 1024 },
  'full-softmax': { count: 0, windows: 64 },
} as const;

/** Words that one passage over all rows compares with them; more are taken in several. */
export const watchedAtOnce = 4;

/** WebAssembly addresses 32 bits; one page is left free so that no address wraps round. */
const mostBytes = 2 ** 32 - 65_536;

/**
 * Places every byte before anything is allocated.
 * @throws AppError E_MODEL_TOO_LARGE with the bytes needed and the most there can be
 */
export function layoutOf(
  sizes: Sizes,
  settings: TrainingSettings,
  watched: SnapshotPlan = noSnapshots,
): Layout {
  const { words, tokens, pathNodes } = sizes;
  const { output, epochs, dimensions } = settings;
  const threads = threadsOf(settings);
  const stretches = stretchesOf(settings);
  const inRounds = stretches > 1;
  const hierarchical = output === 'hierarchical-softmax';
  let end = kernelData;
  const place = (bytes: number) => {
    const at = end;
    end += wholeLines(bytes);
    return at;
  };
  const rowBytes = Math.ceil(dimensions / 8) * 32;
  const scores = output === 'full-softmax' ? words * 4 : 0;
  const hot = mostHotRows[output];
  const hotRowCount = threads > 1 && !inRounds ? Math.min(hot.count, words - 1) : 0;
  const scratchEnd = wholeLines(scratchBytes + Math.max(scores, hotRowCount * rowBytes * 4));
  const workerBytes = wholeLines(workerBlockBytes + epochs * 16);
  const control = place(64);
  const layout = {
    control,
    job: place(jobBytes),
    progress: place(16),
    workers: Array.from({ length: inRounds ? stretches : threads }, () => place(workerBytes)),
    workerBytes,
    scratches: Array.from({ length: threads }, () =>
      place(scratchEnd + (inRounds ? unitsOf(sizes, settings) * 2 : 0)),
    ),
    scratchEnd,
    rounds: inRounds ? placeRounds(place, sizes, settings, rowBytes) : null,
    keep: place(words * 4),
    aliasThresholds: place(words * 4),
    aliases: place(words * 4),
    pathOffsets: place(hierarchical ? (words + 1) * 4 : 0),
    // Kernels read them four at a time.
    paths: place(pathNodes * 4 + 16),
    outputRows: place(output === 'full-softmax' ? words * 4 : 0),
    tokens: place(tokens * 4),
    tokenCount: tokens,
    rows: place(words * rowBytes * 2),
    rowBytes,
    hotRowCount,
    // A small corpus is merged some sixty times an epoch all the same.
    windowsToMerge: Math.max(16, Math.min(hot.windows, Math.floor(tokens / threads / 64))),
    watch: place(watchedAtOnce * (rowBytes + words * 4)),
    watched,
    snapshots: place(snapshotBytes(watched, dimensions)),
    bytes: end,
  };
  if (end > mostBytes) throw new AppError('E_MODEL_TOO_LARGE', { needed: end, limit: mostBytes });
  return layout;
}

/** Memory for a layout, shared between threads. @throws AppError E_MODEL_TOO_LARGE when the computer has not so much */
export function allocate({ bytes }: Layout): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536), maximum: 65_536, shared: true });
  } catch {
    throw new AppError('E_MODEL_TOO_LARGE', { needed: bytes, limit: mostBytes });
  }
}
