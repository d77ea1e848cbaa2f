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

const none = 0xffffffff;

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
  // Round 1: the tokens themselves.
  const size = ids.reduce((most, id) => Math.max(most, id + 1), 0);
  const single = new Uint32Array(size);
  for (const id of ids) single[id]!++;
  /** For each token the number of the frequent k-gram that begins there. */
  let current = new Uint32Array(ids.length);
  const numbers = new Uint32Array(size).fill(none);
  let found = 0;
  single.forEach((count, id) => {
    if (count >= minimum) numbers[id] = found++;
  });
  for (let at = 0; at < ids.length; at++) current[at] = numbers[ids[at]!]!;
  for (let k = 2; k <= n && found > 0; k++) {
    pulse();
    const next = new Uint32Array(ids.length).fill(none);
    const table = new PairTable();
    for (let at = 0; at + k <= ids.length; at++) {
      if ((at & 0xfffff) === 0) pulse();
      const [first, second] = [current[at]!, current[at + 1]!];
      // The two overlap in k − 2 tokens: that the last one goes on is the only new thing.
      if (first === none || second === none || goesOn[at + k - 1] === 0 || (k === 2 ? false : goesOn[at + 1] === 0))
        continue;
      next[at] = table.count(first, second);
    }
    const kept = new Uint32Array(table.size).fill(none);
    found = 0;
    for (let entry = 0; entry < table.size; entry++) if (table.counts[entry]! >= minimum) kept[entry] = found++;
    for (let at = 0; at < next.length; at++) if (next[at] !== none) next[at] = kept[next[at]!]!;
    current = next;
  }
  return collect(ids, current, found, textStarts, n, leastTexts);
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
    if (counts[number]! === 0) first[number] = at;
    counts[number]!++;
    if (lastText[number] !== text) {
      lastText[number] = text;
      texts[number]!++;
    }
  }
  const order = Uint32Array.from(counts.keys())
    .filter((number) => texts[number]! >= leastTexts)
    .sort((a, b) => counts[b]! - counts[a]! || first[a]! - first[b]!);
  const rows = new Uint32Array(order.length * n);
  order.forEach((number, row) => rows.set(ids.subarray(first[number]!, first[number]! + n), row * n));
  return {
    n,
    ids: rows,
    counts: order.map((number) => counts[number]!),
    texts: order.map((number) => texts[number]!),
  };
}

/** Counts pairs of numbers: open addressing, in typed arrays that double. */
class PairTable {
  counts: Uint32Array;
  size = 0;
  #firsts: Uint32Array;
  #seconds: Uint32Array;
  #slots: Uint32Array;

  constructor() {
    // A power of two, as the mask of a slot asks for.
    const capacity = 1 << 14;
    this.counts = new Uint32Array(capacity);
    this.#firsts = new Uint32Array(capacity);
    this.#seconds = new Uint32Array(capacity);
    this.#slots = new Uint32Array(capacity * 2).fill(none);
  }

  /** @returns the number of the pair */
  count(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(first, second) & mask;
    for (let entry = this.#slots[slot]!; entry !== none; entry = this.#slots[slot]!) {
      if (this.#firsts[entry] === first && this.#seconds[entry] === second) {
        this.counts[entry]!++;
        return entry;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.counts.length) {
      this.#grow();
      return this.count(first, second);
    }
    const entry = this.size++;
    this.#slots[slot] = entry;
    this.#firsts[entry] = first;
    this.#seconds[entry] = second;
    this.counts[entry] = 1;
    return entry;
  }

  #grow(): void {
    const longer = (numbers: Uint32Array) => {
      const copy = new Uint32Array(numbers.length * 2);
      copy.set(numbers);
      return copy;
    };
    this.counts = longer(this.counts);
    this.#firsts = longer(this.#firsts);
    this.#seconds = longer(this.#seconds);
    this.#slots = new Uint32Array(this.counts.length * 2).fill(none);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let slot = slotOf(this.#firsts[entry]!, this.#seconds[entry]!) & mask;
      while (this.#slots[slot] !== none) slot = (slot + 1) & mask;
      this.#slots[slot] = entry;
    }
  }
}

const slotOf = (first: number, second: number) => {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
