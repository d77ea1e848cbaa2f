import { panelColumns } from '../kernel/product-tiles.ts';
import { matrix, type MatrixProducts } from './matrix-products.ts';
import { groupWords, type NetworkLayout } from './network-layout.ts';
import { noTarget } from './sequence-data.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

/** The rows of a chunk after which a word is to be predicted, next to each other. */
export interface ChosenRows {
  /** What the softmax reads of them: count × width. */
  readonly at: number;
  readonly count: number;
  /** Where the errors of what it reads go, row by row like them. */
  readonly errors: number;
}

export interface ChunkLoss {
  /** Of all predicted words, in nats. */
  readonly sum: number;
  readonly count: number;
}

export interface OutputGradients extends ChunkLoss {
  /** Sum of the squares of the gradients of weights and biases. */
  readonly squares: number;
}

export interface OutputLayer {
  weightsChanged(): void;
  /** Takes the rows that have a target; their targets go to `chosenTargets`. */
  choose(targets: Uint32Array, rows: number): ChosenRows;
  /** The errors of the chosen rows to those of all rows, zeros elsewhere. */
  spreadErrors(chosen: ChosenRows, rows: number): void;
  /** Gradients of the full softmax: of the weights and of what was read, both of the mean loss. */
  gradients(chosen: ChosenRows): OutputGradients;
  /** Exact losses of the chosen rows, in nats: a view that is valid until the next call. */
  losses(chosen: ChosenRows): Float64Array;
  /** Natural logarithms of the probabilities of all words after a row of `input`: a view. */
  logProbabilities(row: number): Float32Array;
  /** Errors of one row of `input` for a target after it, to `target` (one row). */
  errorsOfRow(row: number, word: number, target: number): void;
}

export function sumOf(losses: Float64Array): ChunkLoss {
  let sum = 0;
  for (const loss of losses) sum += loss;
  return { sum, count: losses.length };
}

/** Words next to each other. */
interface Group {
  readonly first: number;
  readonly words: number;
  /** `words`, filled up as the rows of the scores are. */
  readonly filled: number;
}

/**
 * The softmax over all words. The words come in groups, and all that needs the scores of a group is done while they are near; only what the
 * gradients of the weights are made of is kept until the sums of all rows are known.
 */
export function outputLayer(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  products: MatrixProducts,
): OutputLayer {
  const { output, width, shape } = layout;
  const { scores, groupStride, rowScores, scoresStride, blockRows, exponentials, scales } = output;
  const units = width / 4;
  const weights = layout.weights.find(({ name }) => name === 'output.weight')!;
  const bias = layout.weights.find(({ name }) => name === 'output.bias')!;
  const ids = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const groups = Array.from({ length: Math.ceil(shape.words / groupWords) }, (_, at): Group => {
    const first = at * groupWords;
    const words = Math.min(groupWords, shape.words - first);
    return { first, words, filled: Math.ceil(words / panelColumns) * panelColumns };
  });
  const backwards = groups.toReversed();
  let isPacked = false;

  const packedOf = ({ first }: Group) => output.packed + first * width;
  const weightsOf = ({ first, filled }: Group) => matrix(weights.at + first * width, filled, units, width);

  /** The packed weights of a group: kept, unless they are about to change. */
  function packGroup(group: Group, keeps: boolean): number {
    if (isPacked) return packedOf(group);
    const target = keeps ? packedOf(group) : layout.right;
    products.packTransposed(weightsOf(group), target);
    return target;
  }

  /** Scores of all words after one row of `input`, to `rowScores`. */
  function scoreRow(row: number): void {
    for (const group of groups) packGroup(group, true);
    isPacked = true;
    const read = matrix(output.input + row * width, 1, units, width);
    products.times(read, output.packed, shape.words, matrix(rowScores, 1, shape.words, scoresStride), false);
  }

  function beginSoftmax(rows: number): void {
    new Float32Array(memory.buffer, output.references, rows).fill(-Infinity);
    new Float64Array(memory.buffer, output.totals, rows).fill(0);
  }

  /** Losses of rows and the scales of their gradients, after their last group. */
  function endSoftmax(rows: number, factor: number, losses: number): void {
    const { references, totals, targetScores } = output;
    kernel.softmaxLosses(references, totals, targetScores, rows, factor, losses, scales);
  }

  /**
   * Goes through the scores of some rows of what the softmax reads, group by group; after the last one the losses are known.
   * @param trains exponentials are kept, and packed weights are not
   * @param each is called with each group when its scores have become exponentials, and with the number of rows for which those of the
   * groups before are to be reduced
   */
  function forEachGroup(
    read: number,
    targets: number,
    rows: number,
    trains: boolean,
    each: (group: Group, risen: number) => void,
  ): void {
    const { references, totals, reductions, targetScores, packedRead } = output;
    beginSoftmax(rows);
    kernel.packLeft(read, width, rows, units, packedRead);
    for (const group of groups) {
      const { first, words, filled } = group;
      const biasOfGroup = bias.at + first * 4;
      const packed = packGroup(group, !trains);
      kernel.multiply(packedRead, packed, scores, groupStride, rows, words, units, false);
      kernel.takeTargetScores(scores, groupStride, biasOfGroup, first, words, targets, rows, targetScores);
      each(
        group,
        kernel.softmaxGroup(
          scores,
          groupStride,
          biasOfGroup,
          filled * 4,
          rows,
          references,
          totals,
          reductions,
          trains ? exponentials + first * rows * 4 : 0,
        ),
      );
    }
    isPacked ||= !trains;
  }

  /** Errors of what was read, still without their scales, and the exponentials that are kept. */
  function takeGroup(group: Group, risen: number, rows: number, errors: number): void {
    const { first, filled } = group;
    if (first > 0 && risen > 0) {
      kernel.scaleRows(errors, output.reductions, rows, width, errors);
      kernel.scalePackedColumns(exponentials, first, rows, output.reductions);
    }
    products.pack(weightsOf(group), layout.right);
    const block = matrix(scores, rows, filled, groupStride);
    products.times(block, layout.right, units, matrix(errors, rows, units, width), first > 0);
  }

  /** Gradients of weights and biases. @returns the sum of their squares */
  function weightGradients(read: number, targets: number, rows: number, add: boolean): number {
    kernel.subtractTotals(exponentials, targets, output.totals, rows);
    kernel.scaleRows(read, scales, rows, width, output.scaled);
    products.pack(matrix(output.scaled, rows, units, width), layout.right);
    let squares = 0;
    // Backwards: what was kept last is still near.
    for (const { first, words, filled } of backwards) {
      const kept = exponentials + first * rows * 4;
      const gradient = weights.gradient + first * width;
      const biasGradient = bias.gradient + first * 4;
      kernel.multiply(kept, layout.right, gradient, width, words, units, rows, add);
      kernel.multiplyPackedByColumn(kept, words, rows, scales, biasGradient, add);
      squares += kernel.sumOfSquares(gradient, words * width) + kernel.sumOfSquares(biasGradient, filled * 4);
    }
    return squares;
  }

  const lossesOf = (count: number) => new Float64Array(memory.buffer, output.losses, count);

  return {
    weightsChanged: () => void (isPacked = false),
    choose(targets, rows) {
      const list = ids(output.chosenList, rows);
      const chosenTargets = ids(output.chosenTargets, rows);
      let count = 0;
      for (let row = 0; row < rows; row += 1) {
        if (targets[row] === noTarget) continue;
        list[count] = row;
        chosenTargets[count] = targets[row]!;
        count += 1;
      }
      if (count === rows) return { at: output.input, count, errors: output.inputErrors };
      kernel.gatherRows(output.input, output.chosenList, count, width, output.chosen);
      return { at: output.chosen, count, errors: output.chosenErrors };
    },
    spreadErrors({ count, errors }, rows) {
      if (errors === output.inputErrors) return;
      kernel.clearNumbers(output.inputErrors, rows * width);
      kernel.scatterRows(errors, output.chosenList, count, width, output.inputErrors);
    },
    gradients({ at, count, errors }) {
      const factor = 1 / count;
      let squares = 0;
      for (let from = 0; from < count; from += blockRows) {
        const rows = Math.min(blockRows, count - from);
        const read = at + from * width;
        const errorsHere = errors + from * width;
        const targets = output.chosenTargets + from * 4;
        forEachGroup(read, targets, rows, true, (group, risen) => takeGroup(group, risen, rows, errorsHere));
        endSoftmax(rows, factor, output.losses + from * 8);
        kernel.scaleRows(errorsHere, scales, rows, width, errorsHere);
        kernel.subtractGathered(weights.at, targets, rows, width, factor, errorsHere);
        squares = weightGradients(read, targets, rows, from > 0);
      }
      return { ...sumOf(lossesOf(count)), squares };
    },
    losses({ at, count }) {
      forEachGroup(at, output.chosenTargets, count, false, () => undefined);
      endSoftmax(count, 1, output.losses);
      return lossesOf(count);
    },
    logProbabilities(row) {
      scoreRow(row);
      kernel.logProbabilities(rowScores, bias.at, scoresStride);
      return new Float32Array(memory.buffer, rowScores, shape.words);
    },
    errorsOfRow(row, word, target) {
      const { references, totals, reductions, chosenTargets, losses } = output;
      scoreRow(row);
      beginSoftmax(1);
      kernel.softmaxGroup(
        rowScores,
        scoresStride,
        bias.at,
        scoresStride,
        1,
        references,
        totals,
        reductions,
        0,
      );
      endSoftmax(1, 1, losses);
      ids(chosenTargets, 1)[0] = word;
      kernel.clearNumbers(target, width);
      kernel.addWeightedRows(weights.at, rowScores, shape.words, width, target);
      kernel.scaleRows(target, scales, 1, width, target);
      kernel.subtractGathered(weights.at, chosenTargets, 1, width, 1, target);
    },
  };
}
