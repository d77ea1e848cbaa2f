import type { EmbeddingSource, Optimiser } from '../contract/settings/sequence.ts';
import { AppError } from '../contract/errors.ts';
import { kernelData } from '../kernel/memory-map.ts';
import { panelColumns, tileRows } from '../kernel/product-tiles.ts';
import { gatesOf, weightShapes, type NetworkShape, type WeightShape } from './network-shape.ts';

/** What a network is laid out for, beside its shape. */
export interface NetworkUse {
  /** Texts read side by side, and steps of one reading, at most. */
  readonly batch: number;
  readonly steps: number;
  /** Null for a network that only answers. */
  readonly training: TrainingUse | null;
}

export interface TrainingUse {
  readonly optimiser: Optimiser;
  /** Gradient descent remembers where it was going. */
  readonly hasMomentum: boolean;
  readonly embeddings: EmbeddingSource;
  readonly hasDropout: boolean;
  /** Words drawn for each chunk; 0 for the full softmax. */
  readonly samples: number;
  readonly trainingTokens: number;
  readonly heldOutTokens: number;
  /** Bytes of what the trainer keeps of its own. */
  readonly progressBytes: number;
}

/**
 * One weight in memory. Rows are filled with zeros to a multiple of 8 numbers, and so are the units of each gate; offsets are bytes,
 * 0 where there is nothing.
 */
export interface PlacedWeight extends WeightShape {
  readonly at: number;
  /** Bytes from row to row. */
  readonly stride: number;
  /** Of the whole weight. */
  readonly bytes: number;
  /** Rows of one gate, without and with the filling. */
  readonly blockRows: number;
  readonly blockStride: number;
  readonly isLearned: boolean;
  /** Of all rows; of the touched rows alone where `isSparse`. */
  readonly gradient: number;
  /** Only the rows that a chunk touches have a gradient. */
  readonly isSparse: boolean;
  /** First moment of Adam, velocity of gradient descent. */
  readonly first: number;
  readonly second: number;
}

/** Rows are those of a chunk, step by step, all texts of the batch in each; `width` of a layer is a row of its units. */
export interface LayerLayout {
  /** What is read: rows × inputWidth. Where nothing is left out at random, that of the second layer is `hidden` of the first. */
  readonly input: number;
  /** Bytes. */
  readonly inputWidth: number;
  /** 0 without dropout. */
  readonly inputMask: number;
  readonly inputErrors: number;
  /** States that enter each step. */
  readonly entering: number;
  readonly enteringCells: number;
  /** Sums, then gates; in the end the errors of the sums. */
  readonly gates: number;
  readonly cells: number;
  /** tanh of the cells. */
  readonly bounded: number;
  readonly hidden: number;
  readonly packedInput: number;
  readonly packedRecurrent: number;
  /** batch × width, carried from chunk to chunk: while training, and while measuring. */
  readonly states: readonly StateLayout[];
}

export interface StateLayout {
  readonly hidden: number;
  readonly cells: number;
}

export interface OutputLayout {
  /** What the softmax reads: rows × width, `hidden` of the last layer where nothing is left out. */
  readonly input: number;
  readonly inputMask: number;
  readonly inputErrors: number;
  /** The rows that have a target alone. */
  readonly chosen: number;
  readonly chosenErrors: number;
  readonly chosenList: number;
  readonly chosenTargets: number;
  readonly losses: number;
  /** Scores of a group of words: rows × groupStride. */
  readonly scores: number;
  /** Bytes from row to row of the scores of a group. */
  readonly groupStride: number;
  /** Scores of all words after one row. */
  readonly rowScores: number;
  /** Bytes of a row of scores of all words. */
  readonly scoresStride: number;
  /** Of each row: what its scores are compared with, f32; sum of its exponentials, f64. */
  readonly references: number;
  readonly totals: number;
  /** f32, of each row. */
  readonly reductions: number;
  readonly targetScores: number;
  readonly scales: number;
  /** Rows whose exponentials are kept at once, and these: a packed left factor, all words × blockRows. */
  readonly blockRows: number;
  readonly exponentials: number;
  /** What was read of a block, each row multiplied by its scale. */
  readonly scaled: number;
  /** What is read, and the weights of all words: packed factors of the scores. */
  readonly packedRead: number;
  readonly packed: number;
}

/** Sampled softmax. `width` rows of the output weights, gathered; lists are u32, other numbers f32. */
export interface SampledLayout {
  /** Filled up to a multiple of 8. */
  readonly padded: number;
  readonly drawn: number;
  readonly corrections: number;
  readonly weights: number;
  readonly scores: number;
  readonly targetWeights: number;
  readonly targetScores: number;
  /** Of each row that has a target: where its gradient goes. */
  readonly slots: number;
  /** Words whose weights are touched. */
  readonly touched: number;
  /** Bias and moments of the touched words, side by side. */
  readonly bias: readonly [number, number, number];
}

export interface NetworkLayout {
  readonly shape: NetworkShape;
  readonly use: NetworkUse;
  readonly control: number;
  readonly progress: number;
  readonly training: number;
  readonly heldOut: number;
  readonly weights: readonly PlacedWeight[];
  readonly layers: readonly LayerLayout[];
  readonly output: OutputLayout;
  readonly sampled: SampledLayout | null;
  /** u32, one for each row. */
  readonly inputs: number;
  /** u8, one for each row. */
  readonly resets: number;
  /** Embeddings: the words of the chunk, each once, and for each row which of them it is. */
  readonly touched: number;
  readonly slots: number;
  /** Four generators side by side. */
  readonly random: number;
  /** Errors that go back from step to step, and the gates of one step: batch × width. */
  readonly carried: number;
  readonly carriedCells: number;
  readonly noErrors: number;
  readonly stepGates: number;
  /** Packed factors of one product. */
  readonly left: number;
  readonly right: number;
  /** Bytes of a row of units. */
  readonly width: number;
  readonly gates: number;
  readonly bytes: number;
}

/** WebAssembly addresses 32 bits; one page is left free so that no address wraps round. */
const mostBytes = 2 ** 32 - 65_536;
/**
 * Words whose scores are computed at once, of all rows of a chunk: so few that their weights and scores stay in the second-level cache until
 * all is done with them. A multiple of the rows of a tile and of the columns of a panel.
 */
export const groupWords = 96;
/** Rows of scores stand a little apart: at multiples of a power of 2 they would drive one another out of the first-level cache. */
const groupStride = (groupWords + panelColumns) * 4;
/** Exponentials that are kept at once. More rows of them make blocks, and for each block the weights of all words are packed anew. */
const keptExponentials = 32_000_000;

const upTo = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

/**
 * Places every byte before anything is allocated; all offsets are multiples of 16.
 * @throws AppError E_MODEL_TOO_LARGE with the bytes needed and the most there can be
 */
export function layoutNetwork(shape: NetworkShape, use: NetworkUse): NetworkLayout {
  const { layers, inputs, hidden, words, cell } = shape;
  const { batch, steps, training } = use;
  const rows = batch * steps;
  const gates = gatesOf[cell].length;
  const isLstm = cell === 'lstm';
  let end: number = kernelData;
  const place = (bytes: number) => {
    const at = end;
    end += upTo(bytes, 64);
    return at;
  };
  const placeIf = (wanted: boolean, bytes: number) => (wanted ? place(bytes) : 0);
  const trains = training !== null;
  const hasDropout = training?.hasDropout ?? false;
  const samples = training?.samples ?? 0;
  const isFull = trains && samples === 0;
  const width = upTo(hidden, 8) * 4;
  const inputWidth = upTo(inputs, 8) * 4;
  const scoresStride = upTo(words, 8) * 4;
  const padded = upTo(samples, 8);

  const control = place(64);
  const progress = place(training?.progressBytes ?? 0);
  const weights = weightShapes(shape).map((weight) => placeWeight(weight, shape, use, place));

  const placedLayers: LayerLayout[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    const before = placedLayers[layer - 1];
    const own = before === undefined ? inputWidth : width;
    placedLayers.push({
      input: before === undefined || hasDropout ? place(rows * own) : before.hidden,
      inputWidth: own,
      inputMask: placeIf(hasDropout, rows * own),
      inputErrors: placeIf(trains, rows * own),
      entering: place(rows * width),
      enteringCells: placeIf(isLstm, rows * width),
      gates: place(rows * width * gates),
      cells: placeIf(isLstm, rows * width),
      bounded: placeIf(isLstm, rows * width),
      hidden: place(rows * width),
      packedInput: place(own * gates * (width / 4)),
      packedRecurrent: place(width * gates * (width / 4)),
      states: Array.from({ length: trains ? 2 : 1 }, () => ({
        hidden: place(batch * width),
        cells: placeIf(isLstm, batch * width),
      })),
    });
  }

  const blocks = Math.ceil((rows * scoresStride) / (keptExponentials * 4));
  const blockRows = Math.max(
    Math.min(upTo(rows, tileRows), 4 * tileRows),
    upTo(Math.ceil(rows / blocks), tileRows),
  );
  const output: OutputLayout = {
    input: hasDropout ? place(rows * width) : placedLayers.at(-1).hidden,
    inputMask: placeIf(hasDropout, rows * width),
    inputErrors: placeIf(trains, rows * width),
    chosen: place(rows * width),
    chosenErrors: placeIf(trains, rows * width),
    chosenList: place(rows * 4),
    chosenTargets: place(rows * 4),
    losses: place(rows * 8),
    scores: place(rows * groupStride),
    groupStride,
    rowScores: place(scoresStride),
    scoresStride,
    references: place(rows * 4),
    totals: place(rows * 8),
    reductions: place(rows * 4),
    targetScores: place(rows * 4),
    scales: place(rows * 4),
    blockRows,
    exponentials: placeIf(isFull, upTo(scoresStride / 4, tileRows) * blockRows * 4),
    scaled: placeIf(isFull, blockRows * width),
    packedRead: place(upTo(rows, tileRows) * width),
    packed: place((scoresStride / 4) * width),
  };
  const sampled: SampledLayout | null =
    samples === 0
      ? null
      : {
          padded,
          drawn: place(padded * 4),
          corrections: place(padded * 4),
          weights: place(padded * width),
          scores: place(rows * padded * 4),
          targetWeights: place(rows * width),
          targetScores: place(rows * 4),
          slots: place(rows * 4),
          touched: place((padded + rows) * 4),
          bias: [place((padded + rows) * 4), place((padded + rows) * 4), place((padded + rows) * 4)],
        };

  // The largest factors of all products that are taken.
  const deepRows = upTo(rows, tileRows);
  const widest = Math.max(inputWidth, width * gates);
  const left = Math.max(
    deepRows * widest,
    upTo((width / 4) * gates, tileRows) * rows * 4,
    deepRows * groupWords * 4,
    upTo(deepRows, tileRows) * padded * 4,
    upTo(padded, tileRows) * rows * 4,
  );
  const right = Math.max(
    ((width * gates) / 4) * Math.max(inputWidth, width),
    rows * Math.max(inputWidth, width),
    padded * width,
    groupWords * width,
  );
  const embeddingsLearned = trains && training.embeddings !== 'frozen';
  const layout: NetworkLayout = {
    shape,
    use,
    control,
    progress,
    training: place((training?.trainingTokens ?? 0) * 4),
    heldOut: place((training?.heldOutTokens ?? 0) * 4),
    weights,
    layers: placedLayers,
    output,
    sampled,
    inputs: place(rows * 4),
    resets: place(rows),
    touched: placeIf(embeddingsLearned, rows * 4),
    slots: placeIf(embeddingsLearned, rows * 4),
    random: place(64),
    carried: place(batch * width),
    carriedCells: place(batch * width),
    noErrors: place(batch * width),
    stepGates: place(batch * width * gates),
    left: place(left),
    right: place(right),
    width,
    gates,
    // What packs a left factor may read a few numbers behind its end.
    bytes: end + 64,
  };
  const bytes = end + 64;
  if (bytes > mostBytes) throw new AppError('E_MODEL_TOO_LARGE', { needed: bytes, limit: mostBytes });
  return { ...layout, bytes };
}

function placeWeight(
  weight: WeightShape,
  { hidden, words }: NetworkShape,
  { batch, steps, training }: NetworkUse,
  place: (bytes: number) => number,
): PlacedWeight {
  const isGates = weight.name.startsWith('rnn.');
  const isBias = weight.rows === 1;
  // A bias of gates is one row for each gate here.
  const rows = isBias && isGates ? weight.columns / hidden : weight.rows;
  const columns = isBias && isGates ? hidden : weight.columns;
  const blockRows = isGates && !isBias ? hidden : rows;
  // The rows of words are filled up too: a product runs along them.
  const isFilled = weight.name === 'output.weight' || (isGates && !isBias);
  const blockStride = isFilled ? upTo(blockRows, 8) : rows;
  const stride = upTo(columns, 8) * 4;
  const bytes = (rows / blockRows) * blockStride * stride;
  const isEmbedding = weight.name === 'embedding.weight';
  const samples = training?.samples ?? 0;
  const isLearned = training !== null && !(isEmbedding && training.embeddings === 'frozen');
  const isSparse = isEmbedding || (weight.name.startsWith('output.') && samples > 0);
  const touched = Math.min(words, batch * steps) + (isEmbedding ? 0 : upTo(samples, 8));
  const gradientBytes = !isSparse ? bytes : isBias ? touched * 4 : touched * stride;
  const keepsFirst = isLearned && (training.optimiser === 'adam' || training.hasMomentum);
  const keepsSecond = isLearned && training.optimiser === 'adam';
  return {
    ...weight,
    at: place(bytes),
    stride,
    bytes,
    blockRows,
    blockStride,
    isLearned,
    isSparse,
    gradient: isLearned ? place(gradientBytes) : 0,
    first: keepsFirst ? place(bytes) : 0,
    second: keepsSecond ? place(bytes) : 0,
  };
}

/** Memory for a layout, shared between threads. @throws AppError E_MODEL_TOO_LARGE when the computer has not so much */
export function allocateNetwork({ bytes }: NetworkLayout): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536), maximum: 65_536, shared: true });
  } catch {
    throw new AppError('E_MODEL_TOO_LARGE', { needed: bytes, limit: mostBytes });
  }
}
