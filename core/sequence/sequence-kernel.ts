/** What `sequence.*.wasm` exports. Offsets, strides and widths are bytes, counts are numbers or rows; see `core/kernel/assembly`. */
export interface SequenceKernel {
  packLeft(source: number, stride: number, rows: number, depth: number, target: number): void;
  packLeftTransposed(source: number, stride: number, rows: number, depth: number, target: number): void;
  packRight(source: number, stride: number, depth: number, columns: number, target: number): void;
  packRightTransposed(source: number, stride: number, depth: number, columns: number, target: number): void;
  multiply(
    left: number,
    right: number,
    target: number,
    stride: number,
    rows: number,
    columns: number,
    depth: number,
    add: boolean | number,
  ): void;
  scalePackedColumns(packed: number, rows: number, depth: number, factors: number): void;
  multiplyPackedByColumn(
    packed: number,
    rows: number,
    depth: number,
    factors: number,
    target: number,
    add: boolean | number,
  ): void;

  gatherRows(source: number, list: number, count: number, width: number, target: number): void;
  scatterRows(source: number, list: number, count: number, width: number, target: number): void;
  scatterScaledRows(
    source: number,
    factors: number,
    list: number,
    count: number,
    width: number,
    target: number,
  ): void;
  addScaledRows(source: number, factors: number, count: number, width: number, target: number): void;
  addWeightedRows(source: number, factors: number, count: number, width: number, target: number): void;
  dotRows(a: number, b: number, count: number, width: number, products: number): void;
  carryRows(source: number, resets: number, rows: number, width: number, target: number): void;
  sumRows(source: number, rows: number, width: number, target: number, add: boolean | number): void;
  scaleRows(source: number, factors: number, count: number, width: number, target: number): void;
  subtractGathered(
    source: number,
    list: number,
    count: number,
    width: number,
    factor: number,
    target: number,
  ): void;
  multiplyNumbers(a: number, b: number, bytes: number, target: number): void;
  clearNumbers(target: number, bytes: number): void;
  drawMask(state: number, threshold: number, factor: number, bytes: number, target: number): void;

  rnnForward(sums: number, bias: number, hidden: number, rows: number, width: number): void;
  rnnBackward(
    hidden: number,
    error: number,
    carried: number,
    target: number,
    rows: number,
    width: number,
  ): void;
  lstmForward(
    gates: number,
    bias: number,
    before: number,
    cell: number,
    bounded: number,
    hidden: number,
    rows: number,
    width: number,
  ): void;
  lstmBackward(
    gates: number,
    before: number,
    bounded: number,
    error: number,
    carried: number,
    cellError: number,
    target: number,
    rows: number,
    width: number,
  ): void;
  applyFunction(which: number, values: number, bytes: number): void;

  softmaxGroup(
    scores: number,
    stride: number,
    bias: number,
    bytes: number,
    rows: number,
    references: number,
    totals: number,
    reductions: number,
    kept: number,
  ): number;
  takeTargetScores(
    scores: number,
    stride: number,
    bias: number,
    first: number,
    words: number,
    targets: number,
    rows: number,
    targetScores: number,
  ): void;
  softmaxLosses(
    references: number,
    totals: number,
    targetScores: number,
    rows: number,
    factor: number,
    losses: number,
    scales: number,
  ): void;
  subtractTotals(kept: number, targets: number, totals: number, rows: number): void;
  logProbabilities(scores: number, bias: number, bytes: number): void;
  sampledGradients(
    scores: number,
    stride: number,
    corrections: number,
    drawn: number,
    targets: number,
    targetScores: number,
    rows: number,
    factor: number,
    losses: number,
  ): void;

  sumOfSquares(values: number, bytes: number): number;
  adam(
    values: number,
    gradients: number,
    first: number,
    second: number,
    bytes: number,
    factor: number,
    rate: number,
    correction: number,
  ): void;
  adamRows(
    values: number,
    gradients: number,
    first: number,
    second: number,
    list: number,
    count: number,
    width: number,
    factor: number,
    rate: number,
    correction: number,
  ): void;
  descend(
    values: number,
    gradients: number,
    velocity: number,
    bytes: number,
    factor: number,
    rate: number,
    momentum: number,
  ): void;
  descendRows(
    values: number,
    gradients: number,
    velocity: number,
    list: number,
    count: number,
    width: number,
    factor: number,
    rate: number,
    momentum: number,
  ): void;
}

export const sequenceKernel = (module: WebAssembly.Module, memory: WebAssembly.Memory) =>
  new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SequenceKernel;
