import { none, PairTable } from './pair-table.ts';

/** N tokens in a row, as often as they stand there. */
export interface Ngrams {
  readonly n: number;
  /** Ids of the tokens, n to a row. */
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
  /** Number of texts that each occurs in. */
  readonly texts: Uint32Array;
}

export interface NgramOptions {
  readonly n: number;
  readonly minimum: number;
  /** Texts that an n-gram has to occur in. */
  readonly texts?: number;
}

/**
 * All n-grams within regions that occur often enough, exactly. Only what is frequent in its first and its last n − 1 tokens can be frequent
 * itself (Agrawal & Srikant 1994), so that each round looks at fewer places; memory is a number a token and a table of what is counted.
 * @param ids of the tokens
 * @param goesOn 1 for a token that goes on in the sentence of the one before
 * @param textStarts first tokens of the texts, ascending
 * @returns most frequent first, then by their first occurrence
 */
export function ngrams(
  ids: Uint32Array,
  goesOn: Uint8Array,
  textStarts: Uint32Array,
  { n, minimum, texts: leastTexts = 1 }: NgramOptions,
  pulse: () => void = () => undefined,
): Ngrams {
  const [, found, current] = [...frequentRuns(ids, goesOn, n, minimum, pulse)].at(-1);
  return collect(ids, current, found, textStarts, n, leastTexts);
}

/**
 * The frequent runs of 1, 2, … n tokens within regions: for each token the number of the run that begins there, or {@link none}.
 * @returns length of the runs, how many there are, and their numbers by token
 */
export function* frequentRuns(
  ids: Uint32Array,
  goesOn: Uint8Array,
  n: number,
  minimum: number,
  pulse: () => void,
): Generator<readonly [length: number, found: number, numbers: Uint32Array]> {
  const size = ids.reduce((most, id) => Math.max(most, id + 1), 0);
  const single = new Uint32Array(size);
  for (const id of ids) single[id]!++;
  const numbers = new Uint32Array(size).fill(none);
  let found = 0;
  single.forEach((count, id) => {
    if (count >= minimum) numbers[id] = found++;
  });
  let current = new Uint32Array(ids.length);
  for (let at = 0; at < ids.length; at++) current[at] = numbers[ids[at]!]!;
  yield [1, found, current];
  for (let length = 2; length <= n; length++) {
    pulse();
    const next = new Uint32Array(ids.length).fill(none);
    const table = new PairTable();
    for (let at = 0; at + length <= ids.length; at++) {
      if ((at & 0xfffff) === 0) pulse();
      const [first, second] = [current[at]!, current[at + 1]!];
      // The two overlap in all but one token each: only whether the second goes on from the first is new.
      if (first === none || second === none || goesOn[at + 1] === 0) continue;
      next[at] = table.count(first, second);
    }
    const kept = new Uint32Array(table.size).fill(none);
    found = 0;
    for (let entry = 0; entry < table.size; entry++)
      if (table.counts[entry]! >= minimum) kept[entry] = found++;
    for (let at = 0; at < next.length; at++) if (next[at] !== none) next[at] = kept[next[at]!]!;
    current = next;
    yield [length, found, current];
  }
}

function collect(
  ids: Uint32Array,
  current: Uint32Array,
  found: number,
  textStarts: Uint32Array,
  n: number,
  leastTexts: number,
): Ngrams {
  const counts = new Uint32Array(found);
  const texts = new Uint32Array(found);
  const lastText = new Uint32Array(found);
  const first = new Uint32Array(found);
  let text = 0;
  for (let at = 0; at < current.length; at++) {
    while (text < textStarts.length && textStarts[text]! <= at) text++;
    const number = current[at]!;
    if (number === none) continue;
    const before = counts[number]!;
    if (before === 0) first[number] = at;
    counts[number] = before + 1;
    if (lastText[number] !== text) {
      lastText[number] = text;
      texts[number]!++;
    }
  }
  const order = Uint32Array.from(counts.keys())
    .filter((number) => texts[number]! >= leastTexts)
    .sort((a, b) => counts[b]! - counts[a]! || first[a]! - first[b]!);
  const rows = new Uint32Array(order.length * n);
  order.forEach((number, row) => rows.set(ids.subarray(first[number], first[number]! + n), row * n));
  return {
    n,
    ids: rows,
    counts: order.map((number) => counts[number]!),
    texts: order.map((number) => texts[number]!),
  };
}
