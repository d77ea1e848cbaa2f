import {
  addresses,
  chosenByCount,
  chosenByShape,
  declared,
  fused,
  inPairs,
  lines,
  loop,
  range,
  rowLength,
  type Fused,
  type Half,
} from './source-text.ts';

/**
 * Source text of the register tiles, in AssemblyScript. A tile holds the products of a few input rows with a few output
 * rows in registers: each row is loaded once for the dot products and once for the update. v128 values cannot stand in
 * arrays or closures there, so every shape is written out; this writes them.
 */

/** Most output rows of one tile: 2 × 6 sums, 2 inputs and one output fill the 16 vector registers of x86-64. */
export const widestTile = 6;

/** Most nodes of one tile with one hidden row: as many sums, the row and one output fill the registers likewise. */
export const longestPath = 12;

const zero = 'f32x4.splat(0)';

/**
 * Horizontal sums of `sums`, four to a vector: `${name}0`, `${name}1`, … Both halves go through memory: only from a pair of
 * stores on does V8 look for what it can pack.
 */
function reduced(name: string, sums: readonly string[]): string[] {
  const fours = range(Math.ceil(sums.length / 4));
  return [
    '  const halfSums = scratch + scratchHalfSums;',
    ...fours.flatMap((at) =>
      inPairs(({ own, offset }) => {
        const four = range(4).map((lane) => (at * 4 + lane < sums.length ? own(sums[at * 4 + lane]!) : zero));
        return [`  v128.store(halfSums, sumFour(${four.join(', ')}), ${at * 32 + offset});`];
      }),
    ),
    ...fours.map(
      (at) =>
        `  const ${name}${at} = f32x4.add(v128.load(halfSums, ${at * 32}), v128.load(halfSums, ${at * 32 + 16}));`,
    ),
  ];
}

/** Every lane of the gradient vectors as a vector of its own. */
const spread = (count: number) =>
  range(count).map(
    (at) => `  const g${at} = f32x4.splat(f32x4.extract_lane(gradient${at >> 2}, ${at & 3}));`,
  );

const gradients = (count: number, rule: string) =>
  range(Math.ceil(count / 4)).map(
    (at) => `  const gradient${at} = ${rule}(score${at}, v128.load(labels, ${at * 16}), rate);`,
  );

/** The old value of a row, and the new one that starts from it. */
const loaded = (own: Half['own'], old: string, load: string, fresh: string) =>
  `    const ${own(old)} = ${load}; let ${own(fresh)} = ${own(old)};`;

/** One pair: what it tells the input (`told` += g·y) and what it tells the output (`newY` += g·x). */
const updated = (
  own: Half['own'],
  madd: Fused,
  g: string,
  y: string,
  told: string,
  x: string,
  newY: string,
) => `    ${own(told)} = ${madd(g, own(y), own(told))}; ${own(newY)} = ${madd(g, own(x), own(newY))};`;

/** Dot products of every input with every output: sum_{input}_{output}. */
function dots(madd: Fused, inputs: number, outputs: number): string[] {
  return [
    ...declared(sumNames(inputs, outputs)),
    ...loop(({ load, own }) => [
      ...range(inputs).map((x) => `    const ${own(`x${x}`)} = ${load(`in${x}`)};`),
      ...range(outputs).flatMap((y) => [
        `    const ${own(`y${y}`)} = ${load(`out${y}`)};`,
        ...range(inputs).map((x) => {
          const sum = own(`sum${x}_${y}`);
          return `    ${sum} = ${madd(own(`x${x}`), own(`y${y}`), sum)};`;
        }),
      ]),
    ]),
  ];
}

const sumNames = (inputs: number, outputs: number) =>
  range(inputs).flatMap((x) => range(outputs).map((y) => `sum${x}_${y}`));

/**
 * One step of `inputs` rows against `outputs` rows, both updated in place from their old values: x += Σ g·y, y += Σ g·x.
 * `rule` is the gradient: of negative sampling or of hierarchical softmax.
 */
function stepTile(
  madd: Fused,
  inputs: number,
  outputs: number,
  rule: 'negativeSampling' | 'hierarchical',
): string {
  const g = (x: number, y: number) => `g${x * outputs + y}`;
  return lines(
    `function ${rule}${inputs}x${outputs}(ins: usize, outs: usize, labels: usize, rate: v128): void {`,
    rowLength,
    addresses('in', 'ins', inputs),
    addresses('out', 'outs', outputs),
    dots(madd, inputs, outputs),
    reduced('score', sumNames(inputs, outputs)),
    gradients(inputs * outputs, `${rule}Gradient`),
    spread(inputs * outputs),
    loop(({ load, store, own }) => [
      ...range(inputs).map((x) => loaded(own, `x${x}`, load(`in${x}`), `newX${x}`)),
      ...range(outputs).flatMap((y) => [
        loaded(own, `y${y}`, load(`out${y}`), `newY${y}`),
        ...range(inputs).map((x) => updated(own, madd, g(x, y), `y${y}`, `newX${x}`, `x${x}`, `newY${y}`)),
        store(`out${y}`, own(`newY${y}`)),
      ]),
      ...range(inputs).map((x) => store(`in${x}`, own(`newX${x}`))),
    ]),
    '}',
  );
}

/**
 * CBOW: `windows` hidden rows, each with a positive of its own (`outs[window]`), all with the same `negatives` rows behind
 * them. Hidden rows stay as they are; what they should have been told goes to the error rows.
 */
function windowTile(madd: Fused, windows: number, negatives: number): string {
  const columns = negatives + 1;
  const g = (window: number, column: number) => `g${window * columns + column}`;
  const sums = range(windows).flatMap((w) => [`own${w}`, ...range(negatives).map((n) => `sum${w}_${n}`)]);
  return lines(
    `function cbow${windows}x${negatives}(ins: usize, errors: usize, outs: usize, labels: usize, rate: v128): void {`,
    rowLength,
    addresses('in', 'ins', windows),
    addresses('error', 'errors', windows),
    addresses('positive', 'outs', windows),
    range(negatives).map((n) => `  const out${n} = <usize>load<u32>(outs, ${(windows + n) * 4});`),
    declared(sums),
    loop(({ load, own }) => {
      const add = (sum: string, x: string, y: string) => `    ${own(sum)} = ${madd(own(x), y, own(sum))};`;
      return [
        ...range(windows).flatMap((w) => [
          `    const ${own(`x${w}`)} = ${load(`in${w}`)};`,
          add(`own${w}`, `x${w}`, load(`positive${w}`)),
        ]),
        ...range(negatives).flatMap((n) => [
          `    const ${own(`y${n}`)} = ${load(`out${n}`)};`,
          ...range(windows).map((w) => add(`sum${w}_${n}`, `x${w}`, own(`y${n}`))),
        ]),
      ];
    }),
    reduced('score', sums),
    gradients(windows * columns, 'negativeSamplingGradient'),
    spread(windows * columns),
    loop(({ load, store, own }) => [
      ...range(windows).flatMap((w) => [
        `    const ${own(`x${w}`)} = ${load(`in${w}`)};`,
        `    const ${own(`p${w}`)} = ${load(`positive${w}`)};`,
        `    let ${own(`e${w}`)} = f32x4.mul(${g(w, 0)}, ${own(`p${w}`)});`,
        store(`positive${w}`, madd(g(w, 0), own(`x${w}`), own(`p${w}`))),
      ]),
      ...range(negatives).flatMap((n) => [
        loaded(own, `y${n}`, load(`out${n}`), `newY${n}`),
        ...range(windows).map((w) => updated(own, madd, g(w, n + 1), `y${n}`, `e${w}`, `x${w}`, `newY${n}`)),
        store(`out${n}`, own(`newY${n}`)),
      ]),
      ...range(windows).map((w) => store(`error${w}`, own(`e${w}`))),
    ]),
    '}',
  );
}

/**
 * Hierarchical softmax of one hidden row against some nodes of a path. The hidden row stays as it is; `error` becomes what
 * it should have been told, on top of `before`.
 */
function pathTile(madd: Fused, nodes: number): string {
  return lines(
    `function path${nodes}(outs: usize, hidden: usize, before: usize, error: usize, labels: usize, rate: v128): void {`,
    rowLength,
    '  const in0 = hidden;',
    addresses('out', 'outs', nodes),
    dots(madd, 1, nodes),
    reduced('score', sumNames(1, nodes)),
    gradients(nodes, 'hierarchicalGradient'),
    spread(nodes),
    loop(({ load, store, own }) => [
      `    const ${own('x')} = ${load('hidden')};`,
      `    let ${own('e')} = ${load('before')};`,
      ...range(nodes).flatMap((y) => [
        `    const ${own(`y${y}`)} = ${load(`out${y}`)};`,
        `    ${own('e')} = ${madd(`g${y}`, own(`y${y}`), own('e'))};`,
        store(`out${y}`, madd(`g${y}`, own('x'), own(`y${y}`))),
      ]),
      store('error', own('e')),
    ]),
    '}',
  );
}

/** Scores of every input with every output, written to memory: scores[input][output], `stride` bytes from input to input. */
function scoreTile(madd: Fused, inputs: number, outputs: number): string {
  const sums = sumNames(inputs, outputs);
  return lines(
    `function score${inputs}x${outputs}(ins: usize, outs: usize, scores: usize, stride: usize): void {`,
    rowLength,
    addresses('in', 'ins', inputs),
    addresses('out', 'outs', outputs),
    dots(madd, inputs, outputs),
    reduced('score', sums),
    sums.map((_, at) => {
      const [x, y] = [Math.floor(at / outputs), at % outputs];
      return `  store<f32>(scores + ${x} * stride, f32x4.extract_lane(score${at >> 2}, ${at & 3}), ${y * 4});`;
    }),
    '}',
  );
}

/** Applies known gradients: errors += Σ g·y, y += Σ g·x; inputs stay as they are. */
function pushTile(madd: Fused, inputs: number, outputs: number): string {
  const g = (x: number, y: number) => `g${x * outputs + y}`;
  return lines(
    `function push${inputs}x${outputs}(ins: usize, errors: usize, outs: usize, scores: usize, stride: usize): void {`,
    rowLength,
    addresses('in', 'ins', inputs),
    addresses('error', 'errors', inputs),
    addresses('out', 'outs', outputs),
    range(inputs).flatMap((x) =>
      range(outputs).map((y) => `  const ${g(x, y)} = v128.load32_splat(scores + ${x} * stride, ${y * 4});`),
    ),
    loop(({ load, store, own }) => [
      ...range(inputs).flatMap((x) => [
        `    const ${own(`x${x}`)} = ${load(`in${x}`)};`,
        `    let ${own(`e${x}`)} = ${load(`error${x}`)};`,
      ]),
      ...range(outputs).flatMap((y) => [
        loaded(own, `y${y}`, load(`out${y}`), `newY${y}`),
        ...range(inputs).map((x) => updated(own, madd, g(x, y), `y${y}`, `e${x}`, `x${x}`, `newY${y}`)),
        store(`out${y}`, own(`newY${y}`)),
      ]),
      ...range(inputs).map((x) => store(`error${x}`, own(`e${x}`))),
    ]),
    '}',
  );
}

/** Chooses a tile by its inputs and outputs. */
const choice = (name: string, parameters: string, call: string) =>
  chosenByShape(name, ['inputs', 'outputs'], widestTile, parameters, call);

/** x·y + z of one build, as a module of its own. */
export const maddSource = (relaxed: boolean) =>
  `@inline export function madd(x: v128, y: v128, z: v128): v128 { return ${fused(relaxed)('x', 'y', 'z')}; }`;

/** All tiles of one build, with the functions that choose among them. */
export function tileSource(relaxed: boolean): string {
  const madd = fused(relaxed);
  const shapes = [1, 2].flatMap((inputs) => range(widestTile).map((at) => [inputs, at + 1] as const));
  const nodeCounts = range(longestPath).map((at) => at + 1);
  const step = 'ins: usize, outs: usize, labels: usize, rate: v128';
  const scored = 'scores: usize, stride: usize';
  return lines(
    `import { rowBytes, scratch } from './job';`,
    `import { hierarchicalGradient, negativeSamplingGradient, sumFour } from './logistic';`,
    `import { madd } from './madd';`,
    `import { scratchHalfSums } from './memory-map';`,
    shapes.map(([inputs, outputs]) => stepTile(madd, inputs, outputs, 'negativeSampling')),
    shapes.map(([inputs, outputs]) => stepTile(madd, inputs, outputs, 'hierarchical')),
    shapes.map(([inputs, outputs]) => windowTile(madd, inputs, outputs)),
    `export const longestPath: i32 = ${longestPath};`,
    nodeCounts.map((nodes) => pathTile(madd, nodes)),
    shapes.map(([inputs, outputs]) => scoreTile(madd, inputs, outputs)),
    shapes.map(([inputs, outputs]) => pushTile(madd, inputs, outputs)),
    choice('negativeSampling', step, 'ins, outs, labels, rate'),
    choice('hierarchical', step, 'ins, outs, labels, rate'),
    choice(
      'cbow',
      'ins: usize, errors: usize, outs: usize, labels: usize, rate: v128',
      'ins, errors, outs, labels, rate',
    ),
    chosenByCount(
      'path',
      nodeCounts,
      'outs: usize, hidden: usize, before: usize, error: usize, labels: usize, rate: v128',
      'outs, hidden, before, error, labels, rate',
    ),
    choice('score', `ins: usize, outs: usize, ${scored}`, 'ins, outs, scores, stride'),
    choice('push', `ins: usize, errors: usize, outs: usize, ${scored}`, 'ins, errors, outs, scores, stride'),
  );
}
