/**
 * Where everything stands in the memory that kernels and trainer share. One description for both sides: the build turns it
 * into constants of the kernels, the trainer reads it as it is. All offsets are in bytes.
 */

/** The compiled kernels keep tables of constants at the start of the memory, below this. */
export const kernelData = 16_384;

/** One block for a training run, read by every worker. Each field takes 8 bytes. */
export const jobFields = [
  'tokens',
  'rows',
  'rowBytes',
  'words',
  'keep',
  'aliasThresholds',
  'aliases',
  'pathOffsets',
  /** u32 each: address of an output row, and in bit 0 its label. */
  'paths',
  'outputRows',
  /** Words, from the first on, of whose two rows each worker has a copy; 0 where one works alone. */
  'hotRowCount',
  'windowsToMerge',
  'progress',
  'window',
  'dynamicWindow',
  'negative',
  'meanOfContext',
  /** The loss is computed for one window in so many. */
  'lossInterval',
  /** f64: tokens × epochs + 1. */
  'total',
  /** f32 */
  'rate',
  /** f32 */
  'minRate',
  /** From here on: of training in rounds. Stretches of the corpus that are trained side by side. */
  'stretches',
  /** Kept tokens of each stretch in a round. */
  'roundTokens',
  /** The blocks of the stretches, one behind the other. */
  'blocks',
  'blockBytes',
  /** What each stretch has for itself beside its block, see {@link area}. */
  'areas',
  'areaBytes',
  /**
   * In an area: where each unit is written, units that this stretch merges, copies of units, and for full softmax the list of
   * output rows with the rows behind it.
   */
  'areaAddresses',
  'areaOwned',
  'areaCopies',
  'areaOutputs',
  /** For each unit eight u16, one a stretch: 0, or its copy + 1. Twice, for rounds by turns. */
  'touched',
  'touchedBytes',
  /** Bytes of a unit: of a word’s two rows under negative sampling, else of one row. */
  'unitBytes',
  /** In the scratch of a worker, u16 for each unit: its place in the list of the stretch that is read, + 1. */
  'unitPlaces',
] as const;

export type JobField = (typeof jobFields)[number];

export const jobOffset = (field: JobField) => jobFields.indexOf(field) * 8;
export const jobBytes = jobFields.length * 8;

/** One block for each worker; what a checkpoint keeps of it is all of it. */
export const workerFields = [
  /** Four u32: the state of xorshift128. */
  'random',
  'randomHigh',
  /** u32: next token, and where the stretch ends that the worker has taken. */
  'position',
  'end',
  /** u32: current epoch, from 0. */
  'epoch',
  /** u32: windows since the loss was last sampled. */
  'windowsUnsampled',
  /** u32: the generator of the noise words that the loss is computed with. */
  'lossRandom',
] as const;

export type WorkerField = (typeof workerFields)[number];

export const workerOffset = (field: WorkerField) => workerFields.indexOf(field) * 8;
/** Behind the block stand two f64 for each epoch: sum of the sampled losses, number of sampled examples. */
export const workerBlockBytes = workerFields.length * 8;

/** Longest stretch of kept tokens that is trained with one pool of negatives and one learning rate. */
export const chunkTokens = 1000;
/** Negatives of a chunk are drawn from so many; their rows stay in the second-level cache. */
export const poolSize = 256;

/** More nodes than any path has: as many tokens as memory holds, counted by Fibonacci, make a tree 43 deep. */
export const deepestPath = 48;

export const limits = { window: 50, negative: 50, dimensions: 1000 } as const;

/** Private memory of a worker. Lists hold u32 addresses of rows, `kept` those of input rows. */
export const scratch = {
  constants: 0,
  labels: 1024,
  noLabels: 2048,
  pathLabels: 2112,
  contexts: 2304,
  outputs: 2816,
  /** Errors and hidden rows as lists, for the tiles. */
  hiddenList: 3328,
  errorList: 3344,
  kept: 4096,
  keptWords: 8192,
  documentEnds: 12_288,
  pool: 16_384,
  hidden: 20_480,
  errors: 28_672,
  bothErrors: 36_864,
  scores: 40_960,
  /** Input rows of two adjacent windows: in both, only in the first, only in the second. Room for 4 more than there can be. */
  common: 45_056,
  firstOnly: 45_568,
  secondOnly: 46_080,
  /** Stays zero. */
  zeros: 46_592,
  /** Of each kept token: where its path begins, and how many nodes it has. */
  pathStarts: 50_688,
  pathDepths: 54_784,
  /** Two paths as lists of rows and of labels. */
  pathLists: 58_880,
  /** The paths of a chunk, one behind the other. */
  chunkPaths: 60_928,
  /** Of up to twelve dot products, the sums of both halves, four and four. */
  halfSums: 252_928,
  /** Full softmax: one number for each word. */
  allScores: 253_056,
  /** The worker’s hot rows, and behind them the same as they were taken. */
  hotRows: 253_056,
} as const;

/** Noise words that the loss of a chunk is computed with, where rows beyond those of the chunk belong to others. */
export const lossPoolSize = 32;

/** Most stretches of a corpus: as many as u16 in a vector. */
export const mostStretches = 8;

/**
 * What a stretch has for itself in a round: first the state behind its chunk, as in its block, then these numbers (u32), and
 * the lists of its chunk at the places that they have in a scratch.
 */
export const area = {
  documents: 40,
  units: 44,
  /** The first of them are those of kept tokens; the others are only noise. */
  keptUnits: 48,
  owned: 52,
  lossPool: 17_408,
  /** u32 for each unit that the chunk touches. */
  unitList: 20_480,
} as const;

/** Bytes of scratch that a worker needs beside what its output layer asks for. */
export const scratchBytes = scratch.allScores;

const named = (prefix: string, name: string) => `${prefix}${name[0]!.toUpperCase()}${name.slice(1)}`;

/** The same numbers as constants in AssemblyScript. */
export function memoryMapSource(): string {
  const constants: (readonly [string, number])[] = [
    ...jobFields.map((field) => [named('job', field), jobOffset(field)] as const),
    ...workerFields.map((field) => [named('worker', field), workerOffset(field)] as const),
    ['workerLosses', workerBlockBytes],
    ...Object.entries(scratch).map(([name, offset]) => [named('scratch', name), offset] as const),
    ...Object.entries(area).map(([name, offset]) => [named('area', name), offset] as const),
    ['lossPoolSize', lossPoolSize],
    ['chunkTokens', chunkTokens],
    ['poolSize', poolSize],
  ];
  return constants.map(([name, value]) => `export const ${name}: usize = ${value};`).join('\n');
}
