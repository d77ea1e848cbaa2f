/** Turns offsets of a text into numbers of tokens, while the tokens go by. */
export interface TokensBefore {
  /** The next tokens of the document, by where they start. */
  add(starts: Uint32Array): void;
  /** For each offset, how many tokens start before it: the number of the first token that does not. */
  all(): Uint32Array;
}

/** @param offsets UTF-16 units, in any order; quickest in ascending order */
export function tokensBefore(offsets: Uint32Array): TokensBefore {
  const order = ascendingOrder(offsets);
  const counts = new Uint32Array(offsets.length);
  let passed = 0;
  let tokens = 0;
  let next = offsets[order[0] ?? 0] ?? Infinity;
  return {
    add(starts) {
      for (let at = 0; at < starts.length; at += 1) {
        const start = starts[at]!;
        while (next <= start) {
          counts[order[passed]!] = tokens + at;
          passed += 1;
          next = passed < order.length ? offsets[order[passed]!]! : Infinity;
        }
      }
      tokens += starts.length;
    },
    all() {
      for (; passed < order.length; passed += 1) counts[order[passed]!] = tokens;
      return counts;
    },
  };
}

/** Numbers of offsets in ascending order; of equal ones the first comes first. */
function ascendingOrder(offsets: Uint32Array): Uint32Array {
  const order = Uint32Array.from(offsets, (_, at) => at);
  for (let at = 1; at < offsets.length; at += 1)
    if (offsets[at]! < offsets[at - 1]!) return order.sort((a, b) => offsets[a]! - offsets[b]! || a - b);
  return order;
}
