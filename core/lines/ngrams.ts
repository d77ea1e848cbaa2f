import { none } from './pair-table.ts';

/** N tokens in a row, as often as they stand there. */
export interface Ngrams {
  readonly n: number;
  /** Ids of the tokens, n to a row. */
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
  /** Number of texts that each occurs in. */
  readonly texts: Uint32Array;
  /** 1 for one that stands in the same longer one every time; none where longer ones were not looked for. */
  readonly subsumed: Uint8Array;
  /** How often it stands in the longer one that it is most often part of; 0 where none is frequent enough. */
  readonly within: Uint32Array;
}

export interface NgramOptions {
  readonly n: number;
  readonly minimum: number;
  /** Texts that an n-gram has to occur in. */
  readonly texts?: number;
  /** Whether to look for those that stand within a longer one. */
  readonly longer?: boolean;
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
  { n, minimum, texts: leastTexts = 1, longer = false }: NgramOptions,
  pulse: () => void = () => undefined,
): Ngrams {
  let runs: Runs | null = null;
  let next: Runs | null = null;
  // Not all at once: each is as long as the corpus.
  for (const one of frequentRuns(ids, goesOn, longer ? n + 1 : n, minimum, pulse))
    if (one.length === n) runs = one;
    else next = one.length > n ? one : null;
  const { found, numbers } = runs!;
  const within = next === null ? null : countsOfParts(numbers, found, next);
  return collect(ids, numbers, found, within, textStarts, n, leastTexts);
}

/** Of each run the count of the most frequent longer one that it begins or ends. */
function countsOfParts(numbers: Uint32Array, found: number, longer: Runs): Uint32Array {
  const counts = new Uint32Array(longer.found);
  for (let at = 0; at < numbers.length; at++) if (longer.numbers[at] !== none) counts[longer.numbers[at]!]!++;
  const most = new Uint32Array(found);
  for (let at = 0; at < numbers.length; at++) {
    const number = longer.numbers[at]!;
    if (number === none) continue;
    const [first, last] = [numbers[at]!, numbers[at + 1]!];
    const count = counts[number]!;
    if (count > most[first]!) most[first] = count;
    if (count > most[last]!) most[last] = count;
  }
  return most;
}

/** Runs of so many tokens that are frequent: for each token the number of the run that begins there, or {@link none}. */
export interface Runs {
  readonly length: number;
  readonly found: number;
  readonly numbers: Uint32Array;
}

/** The frequent runs of 1, 2, … n tokens within regions, one length after the other. */
export function* frequentRuns(
  ids: Uint32Array,
  goesOn: Uint8Array,
  n: number,
  minimum: number,
  pulse: () => void,
): Generator<Runs> {
  let size = 0;
  for (let at = 0; at < ids.length; at++) if (ids[at]! >= size) size = ids[at]! + 1;
  const single = new Uint32Array(size);
  for (let at = 0; at < ids.length; at++) single[ids[at]!]!++;
  const kept = new Uint32Array(size).fill(none);
  let found = 0;
  for (let id = 0; id < size; id++) if (single[id]! >= minimum) kept[id] = found++;
  const numbers = new Uint32Array(ids.length);
  for (let at = 0; at < ids.length; at++) numbers[at] = kept[ids[at]!]!;
  let runs: Runs = { length: 1, found, numbers };
  yield runs;
  while (runs.length < n) {
    pulse();
    runs = longerRuns(runs, goesOn, minimum, pulse);
    yield runs;
  }
}

/**
 * Runs that are a token longer. The two of which each is made overlap in all but a token each: it is frequent if the second often goes on from the
 * first. Places are put together by their first run, so that the second ones of each are counted in a row of numbers, without a table of pairs.
 */
function longerRuns(
  { length, found, numbers }: Runs,
  goesOn: Uint8Array,
  minimum: number,
  pulse: () => void,
): Runs {
  const last = numbers.length - 1;
  const froms = new Uint32Array(found + 1);
  for (let at = 0; at < last; at++)
    if (numbers[at] !== none && numbers[at + 1] !== none && goesOn[at + 1] === 1) froms[numbers[at]! + 1]!++;
  for (let run = 0; run < found; run++) froms[run + 1]! += froms[run]!;
  const places = new Uint32Array(froms[found]!);
  for (let at = 0; at < last; at++)
    if (numbers[at] !== none && numbers[at + 1] !== none && goesOn[at + 1] === 1) {
      const run = numbers[at]!;
      places[froms[run]!] = at;
      froms[run]!++;
    }
  // Each `froms` is now where the next one begins.
  const next = new Uint32Array(numbers.length).fill(none);
  const counts = new Uint32Array(found);
  const kept = new Uint32Array(found);
  let longer = 0;
  for (let run = 0; run < found; run++) {
    if ((run & 0x3fff) === 0) pulse();
    const [from, to] = [run === 0 ? 0 : froms[run - 1]!, froms[run]!];
    if (to - from < minimum) continue;
    for (let place = from; place < to; place++) counts[numbers[places[place]! + 1]!]!++;
    for (let place = from; place < to; place++) {
      const second = numbers[places[place]! + 1]!;
      const count = counts[second]!;
      // The first time that it is met: the count gives way to a sign that the number is known.
      if (count !== known) {
        kept[second] = count >= minimum ? longer++ : none;
        counts[second] = known;
      }
      next[places[place]!] = kept[second]!;
    }
    for (let place = from; place < to; place++) counts[numbers[places[place]! + 1]!] = 0;
  }
  return { length: length + 1, found: longer, numbers: next };
}

const known = 0xffffffff;

function collect(
  ids: Uint32Array,
  current: Uint32Array,
  found: number,
  within: Uint32Array | null,
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
  const order = counts
    .map((_, number) => number)
    .filter((number) => texts[number]! >= leastTexts)
    .sort((a, b) => counts[b]! - counts[a]! || first[a]! - first[b]!);
  const rows = new Uint32Array(order.length * n);
  order.forEach((number, row) => rows.set(ids.subarray(first[number], first[number]! + n), row * n));
  return {
    n,
    ids: rows,
    counts: order.map((number) => counts[number]!),
    texts: order.map((number) => texts[number]!),
    within: order.map((number) => within?.[number] ?? 0),
    subsumed: Uint8Array.from(order, (number) => (within?.[number] === counts[number] ? 1 : 0)),
  };
}
