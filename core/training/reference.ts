import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomState, randomStream } from '../random.ts';
import { huffmanTree } from '../vocabulary/huffman.ts';
import { aliasTable, keepThresholds, noiseShares } from '../vocabulary/noise.ts';
import { chunkTokens } from '../kernel/memory-map.ts';
import { readChunk, windowsOf, type Chunk, type Window } from './examples.ts';
import { randomPurpose } from './random-purpose.ts';
import { roundTokens, stretchesOf } from './rounds-layout.ts';

/** Rows of numbers in double precision. */
type Rows = Float64Array[];

export interface ReferenceVectors {
  readonly input: Rows;
  readonly output: Rows;
}

/**
 * The trainer in slow, plain code: what the kernel must compute, up to rounding.
 * @param counts occurrences of each row
 * @param tokens rows, bit 31 set on the last token of each document
 */
export function trainReference(
  counts: Uint32Array,
  totalTokens: number,
  tokens: Uint32Array,
  settings: TrainingSettings,
): ReferenceVectors {
  const vectors = initialVectors(counts.length, settings);
  const keep = keepThresholds(counts, totalTokens, settings.subsample);
  const noise = aliasTable(noiseShares(counts, settings.noiseExponent));
  const stretches = stretchesOf(settings);
  const most = stretches === 1 ? chunkTokens : roundTokens(settings, counts.length);
  const total = tokens.length * settings.epochs + 1;
  let done = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    const edge = (at: number) => Math.floor((tokens.length * at) / stretches);
    const parts = Array.from({ length: stretches }, (_, at) => ({
      at: edge(at),
      to: edge(at + 1),
      source: {
        settings,
        keep,
        noise,
        random: randomStream(randomState(settings.seed, randomPurpose.epoch, at, epoch)),
      },
    }));
    while (parts.some(({ at, to }) => at < to)) {
      // The rate is that of the beginning of the round.
      const rate = Math.max(settings.minRate, settings.rate * (1 - done / total));
      const learned = parts
        .filter(({ at, to }) => at < to)
        .map((part) => {
          const own = stretches === 1 ? vectors : copyOf(vectors);
          const chunk = readChunk(tokens, part.at, part.source, part.to, most);
          const step = stepper(counts, own, settings);
          for (const windows of windowsOf(chunk, part.source)) step(chunk, windows, rate);
          done += chunk.end - part.at;
          part.at = chunk.end;
          return own;
        });
      if (stretches > 1) addUp(vectors, learned);
    }
  }
  return vectors;
}

const copyOf = ({ input, output }: ReferenceVectors): ReferenceVectors => ({
  input: input.map((row) => row.slice()),
  output: output.map((row) => row.slice()),
});

/**
 * What the stretches of a round learned: each row goes by the sum of their differences, shortened where they point the same way.
 * The mean of equal ones, the sum of those at right angles.
 */
function addUp(vectors: ReferenceVectors, learned: readonly ReferenceVectors[]): void {
  for (const side of ['input', 'output'] as const)
    vectors[side].forEach((row, at) => {
      const differences = learned.map((one) => one[side][at]!.map((value, column) => value - row[column]!));
      const sum = new Float64Array(row.length);
      for (const one of differences) add(sum, one);
      const parts = differences.reduce((all, one) => all + dot(one, one), 0);
      const whole = dot(sum, sum);
      addScaled(row, sum, whole > 0 ? Math.min(1, parts / whole) : 1);
    });
}

function initialVectors(words: number, { dimensions, seed }: TrainingSettings): ReferenceVectors {
  const random = randomStream(randomState(seed, randomPurpose.initialVectors));
  const input = Array.from({ length: words }, () =>
    Float64Array.from({ length: dimensions }, () => Math.fround((random.fraction() - 0.5) / dimensions)),
  );
  return { input, output: input.map(() => new Float64Array(dimensions)) };
}

/** An output row with the label it should have. */
interface Target {
  readonly row: number;
  readonly label: number;
}

type Gradient = (score: number, label: number) => number;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const negativeSampling: Gradient = (x, label) => label - (x > 6 ? 1 : x < -6 ? 0 : logistic(x));
const hierarchical: Gradient = (x, label) => (Math.abs(x) >= 6 ? 0 : label - logistic(x));

function stepper(counts: Uint32Array, { input, output }: ReferenceVectors, settings: TrainingSettings) {
  const tree = huffmanTree(counts);
  const path = (word: number): Target[] =>
    Array.from({ length: tree.offsets[word + 1]! - tree.offsets[word]! }, (_, node) => ({
      row: tree.points[tree.offsets[word]! + node]!,
      label: 1 - tree.codes[tree.offsets[word]! + node]!,
    }));
  const targets = (word: number, negatives: readonly number[]): Target[] =>
    settings.output === 'hierarchical-softmax'
      ? path(word)
      : [{ row: word, label: 1 }, ...negatives.map((row) => ({ row, label: 0 }))];
  const gradient = settings.output === 'hierarchical-softmax' ? hierarchical : negativeSampling;

  function skipGram({ rows }: Chunk, [window]: readonly Window[], rate: number): void {
    const { at, contexts, negatives } = window!;
    const word = rows[at]!;
    const inputs = contexts.map((place) => rows[place]!);
    if (settings.output === 'full-softmax') {
      for (const row of inputs) add(input[row]!, softmaxStep(input[row]!, word, rate));
      return;
    }
    const pairs = inPairs(inputs);
    // Negative sampling passes all outputs with each pair of inputs, hierarchical softmax all inputs at each part of the path.
    if (settings.output === 'negative-sampling')
      for (const pair of pairs)
        for (const six of inSixes(targets(word, negatives))) together(pair, six, rate);
    else
      for (const part of inEvenParts(targets(word, negatives)))
        for (const pair of pairs) together(pair, part, rate);
  }

  /** Inputs and outputs of a tile: all scores first, then all steps. */
  function together(pair: readonly number[], six: readonly Target[], rate: number): void {
    const before = pair.map((row) => input[row]!.slice());
    const steps = before.map((x) =>
      six.map(({ row, label }) => rate * gradient(dot(x, output[row]!), label)),
    );
    six.forEach(({ row }, y) => {
      const current = output[row]!.slice();
      pair.forEach((inputRow, x) => {
        addScaled(input[inputRow]!, current, steps[x]![y]!);
        addScaled(output[row]!, before[x]!, steps[x]![y]!);
      });
    });
  }

  function cbow({ rows }: Chunk, windows: readonly Window[], rate: number): void {
    const hidden = windows.map(({ contexts }) => combined(contexts.map((place) => input[rows[place]!]!)));
    const errors = hidden.map(() => new Float64Array(settings.dimensions));
    if (settings.output === 'full-softmax') {
      errors[0]!.set(softmaxStep(hidden[0]!, rows[windows[0]!.at]!, rate));
    } else if (settings.output === 'hierarchical-softmax') {
      // One path after the other: both begin at the root.
      windows.forEach(({ at }, window) => {
        predict([hidden[window]!], [errors[window]!], [path(rows[at]!)], rate);
      });
    } else {
      const negatives = windows[0]!.negatives.map((row) => ({ row, label: 0 }));
      const positives = windows.map(({ at }) => ({ row: rows[at]!, label: 1 }));
      predict(
        hidden,
        errors,
        positives.map((one) => [one, ...negatives.slice(0, 6)]),
        rate,
      );
      for (const six of inSixes(negatives.slice(6)))
        predict(
          hidden,
          errors,
          positives.map(() => six),
          rate,
        );
    }
    windows.forEach(({ contexts }, at) => {
      for (const place of contexts) add(input[rows[place]!]!, errors[at]!);
    });
  }

  /** All scores first; then the outputs step, and the hidden rows' errors gather what the outputs were before. */
  function predict(
    hidden: Rows,
    errors: Rows,
    outputsOf: readonly (readonly Target[])[],
    rate: number,
  ): void {
    const steps = hidden.map((h, at) =>
      outputsOf[at]!.map(({ row, label }) => rate * gradient(dot(h, output[row]!), label)),
    );
    const ownFirst = outputsOf[0]![0]!.label === 1 && settings.output === 'negative-sampling';
    const stepOf = (at: number, column: number) => {
      const { row } = outputsOf[at]![column]!;
      addScaled(errors[at]!, output[row]!, steps[at]![column]!);
      addScaled(output[row]!, hidden[at]!, steps[at]![column]!);
    };
    if (ownFirst) hidden.forEach((_, at) => stepOf(at, 0));
    for (let column = ownFirst ? 1 : 0; column < outputsOf[0]!.length; column += 1) {
      const { row } = outputsOf[0]![column]!;
      const before = output[row]!.slice();
      hidden.forEach((h, at) => {
        addScaled(errors[at]!, before, steps[at]![column]!);
        addScaled(output[row]!, h, steps[at]![column]!);
      });
    }
  }

  function softmaxStep(hidden: Float64Array, word: number, rate: number): Float64Array {
    const scores = output.map((row) => dot(hidden, row));
    const highest = Math.max(...scores);
    const exponentials = scores.map((score) => Math.exp(score - highest));
    const sum = exponentials.reduce((total, one) => total + one, 0);
    const error = new Float64Array(settings.dimensions);
    output.forEach((row, at) => {
      const step = rate * (Number(at === word) - exponentials[at]! / sum);
      addScaled(error, row, step);
      addScaled(row, hidden, step);
    });
    return error;
  }

  function combined(rows: Rows): Float64Array {
    const hidden = new Float64Array(settings.dimensions);
    for (const row of rows) add(hidden, row);
    return settings.combine === 'mean' ? hidden.map((value) => value / rows.length) : hidden;
  }

  return settings.architecture === 'cbow' ? cbow : skipGram;
}

/** Two by two; a row never stands beside itself. */
function inPairs(rows: readonly number[]): number[][] {
  const pairs: number[][] = [];
  for (let at = 0; at < rows.length;) {
    const pair = at + 1 < rows.length && rows[at] !== rows[at + 1] ? rows.slice(at, at + 2) : [rows[at]!];
    pairs.push(pair);
    at += pair.length;
  }
  return pairs;
}

function inSixes<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 6) }, (_, at) => list.slice(at * 6, at * 6 + 6));
}

/** As few parts of six at most as can be, about equally long. */
function inEvenParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  let count = Math.ceil(list.length / 6);
  for (let at = 0; at < list.length; count -= 1) {
    const length = Math.ceil((list.length - at) / count);
    parts.push(list.slice(at, at + length));
    at += length;
  }
  return parts;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
const add = (target: Float64Array, row: Float64Array) => addScaled(target, row, 1);

function addScaled(target: Float64Array, row: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1) target[at] = target[at]! + factor * row[at]!;
}
