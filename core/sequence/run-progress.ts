/** Where a run is, in the memory that trainer and thread share; a checkpoint keeps all of it. */
export interface RunProgress {
  /** From 0; the number of epochs when all are done. */
  epoch: number;
  /** Next chunk of the epoch. */
  chunk: number;
  /** Steps of the optimiser so far. */
  steps: number;
  /** 1 while the held-out texts are measured. */
  measuring: number;
  /** Epoch in which a loss was no number, from 1; 0 while all is well. */
  diverged: number;
  addLoss(sum: number, count: number): void;
  /** Mean loss of each epoch that has begun, in nats. */
  losses(): number[];
  addPerplexity(value: number): void;
  perplexities(): number[];
  /** Takes in lengths of gradients, from the last step back: each a mean in which the latest counts for a tenth. */
  addNorms(norms: Float32Array): void;
  norms(): number[];
}

const fields = ['epoch', 'chunk', 'steps', 'measuring', 'diverged', 'perplexities', 'norms'] as const;
type Field = (typeof fields)[number];

/** Behind the fields: sums of losses, numbers of predicted words, perplexities, each by epoch; norms by step. All f64. */
const numbersOf = (epochs: number, steps: number) => fields.length + epochs * 3 + steps;
export const progressBytes = (epochs: number, steps: number) => numbersOf(epochs, steps) * 8;

export function runProgress(
  memory: WebAssembly.Memory,
  offset: number,
  epochs: number,
  steps: number,
): RunProgress {
  const numbers = new Float64Array(memory.buffer, offset, numbersOf(epochs, steps));
  const lossSums = numbers.subarray(fields.length, fields.length + epochs);
  const lossCounts = numbers.subarray(fields.length + epochs, fields.length + epochs * 2);
  const perplexities = numbers.subarray(fields.length + epochs * 2, fields.length + epochs * 3);
  const norms = numbers.subarray(fields.length + epochs * 3);
  const get = (field: Field) => numbers[fields.indexOf(field)]!;
  const set = (field: Field, value: number) => void (numbers[fields.indexOf(field)] = value);
  return {
    get epoch() {
      return get('epoch');
    },
    set epoch(value) {
      set('epoch', value);
    },
    get chunk() {
      return get('chunk');
    },
    set chunk(value) {
      set('chunk', value);
    },
    get steps() {
      return get('steps');
    },
    set steps(value) {
      set('steps', value);
    },
    get measuring() {
      return get('measuring');
    },
    set measuring(value) {
      set('measuring', value);
    },
    get diverged() {
      return get('diverged');
    },
    set diverged(value) {
      set('diverged', value);
    },
    addLoss(sum, count) {
      const epoch = get('epoch');
      lossSums[epoch] = lossSums[epoch]! + sum;
      lossCounts[epoch] = lossCounts[epoch]! + count;
    },
    losses: () =>
      [...lossSums].map((sum, epoch) => sum / lossCounts[epoch]!).filter((loss) => !Number.isNaN(loss)),
    addPerplexity(value) {
      perplexities[get('perplexities')] = value;
      set('perplexities', get('perplexities') + 1);
    },
    perplexities: () => [...perplexities.subarray(0, get('perplexities'))],
    addNorms(latest) {
      const known = get('norms');
      latest.forEach((norm, at) => (norms[at] = at < known ? 0.9 * norms[at]! + 0.1 * norm : norm));
      set('norms', Math.max(known, latest.length));
    },
    norms: () => [...norms.subarray(0, get('norms'))],
  };
}
