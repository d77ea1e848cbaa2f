import { matrix, type MatrixProducts } from './matrix-products.ts';
import type { NetworkLayout } from './network-layout.ts';
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

export interface OutputLayer {
  weightsChanged(): void;
  /** Takes the rows that have a target; their targets go to `chosenTargets`. */
  choose(targets: Uint32Array, rows: number): ChosenRows;
  /** The errors of the chosen rows to those of all rows, zeros elsewhere. */
  spreadErrors(chosen: ChosenRows, rows: number): void;
  /** Gradients of the full softmax: of the weights and of what was read, both of the mean loss. */
  gradients(chosen: ChosenRows): ChunkLoss;
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

/** The softmax over all words. */
export function outputLayer(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  products: MatrixProducts,
): OutputLayer {
  const { output, width, shape } = layout;
  const { scores, scoresStride, blockRows } = output;
  const units = width / 4;
  const columns = scoresStride / 4;
  const weights = layout.weights.find(({ name }) => name === 'output.weight')!;
  const bias = layout.weights.find(({ name }) => name === 'output.bias')!;
  const ids = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  let isPacked = false;

  function pack(): void {
    if (!isPacked) products.packTransposed(matrix(weights.at, shape.words, units, width), output.packed);
    isPacked = true;
  }

  /** Scores of a few rows of what the softmax reads, to the beginning of the block. */
  function score(at: number, rows: number): void {
    const target = matrix(scores, rows, columns, scoresStride);
    products.times(matrix(at, rows, units, width), output.packed, shape.words, target, false);
  }

  function* blocks(count: number) {
    for (let from = 0; from < count; from += blockRows)
      yield { from, rows: Math.min(blockRows, count - from) };
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
      pack();
      products.pack(matrix(weights.at, columns, units, width), output.packedBack);
      for (const { from, rows } of blocks(count)) {
        const read = at + from * width;
        const block = matrix(scores, rows, columns, scoresStride);
        score(read, rows);
        const targets = output.chosenTargets + from * 4;
        const factor = 1 / count;
        kernel.softmaxGradients(
          scores,
          scoresStride,
          bias.at,
          targets,
          rows,
          factor,
          output.losses + from * 8,
          output.scales,
        );
        const errorsHere = errors + from * width;
        products.times(block, output.packedBack, units, matrix(errorsHere, rows, units, width), false);
        kernel.scaleRows(errorsHere, output.scales, rows, width, errorsHere);
        kernel.subtractGathered(weights.at, targets, rows, width, factor, errorsHere);

        kernel.scaleRows(read, output.scales, rows, width, output.scaled);
        products.productOfColumns(
          matrix(scores, rows, shape.words, scoresStride),
          matrix(output.scaled, rows, units, width),
          matrix(weights.gradient, shape.words, units, width),
          from > 0,
        );
        kernel.subtractRows(read, targets, rows, width, factor, weights.gradient);

        if (from === 0) kernel.clearNumbers(bias.gradient, scoresStride);
        kernel.addWeightedRows(scores, output.scales, rows, scoresStride, bias.gradient);
        const biasGradient = new Float32Array(memory.buffer, bias.gradient, shape.words);
        for (const word of ids(targets, rows)) biasGradient[word] = biasGradient[word]! - factor;
      }
      return sumOf(lossesOf(count));
    },
    losses({ at, count }) {
      pack();
      for (const { from, rows } of blocks(count)) {
        score(at + from * width, rows);
        kernel.softmaxLosses(
          scores,
          scoresStride,
          bias.at,
          output.chosenTargets + from * 4,
          rows,
          output.losses + from * 8,
        );
      }
      return lossesOf(count);
    },
    logProbabilities(row) {
      pack();
      score(output.input + row * width, 1);
      kernel.logProbabilities(scores, bias.at, scoresStride);
      return new Float32Array(memory.buffer, scores, shape.words);
    },
    errorsOfRow(row, word, target) {
      pack();
      score(output.input + row * width, 1);
      ids(output.chosenTargets, 1)[0] = word;
      const { chosenTargets, losses, scales } = output;
      kernel.softmaxGradients(scores, scoresStride, bias.at, chosenTargets, 1, 1, losses, scales);
      kernel.clearNumbers(target, width);
      kernel.addWeightedRows(weights.at, scores, shape.words, width, target);
      kernel.scaleRows(target, scales, 1, width, target);
      kernel.subtractGathered(weights.at, chosenTargets, 1, width, 1, target);
    },
  };
}
