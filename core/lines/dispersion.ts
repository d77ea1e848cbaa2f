/**
 * Gries's deviation of proportions DP for every type: half the summed differences between the share of a word's
 * occurrences in each document and the share of the corpus that the document is. 0: spread like the texts themselves;
 * towards 1: in one corner only. Source: Gries (2008), “Dispersions and adjusted frequencies in corpora”.
 * @param documents type ids of each document, whole
 * @param counts occurrences of each type in all documents
 * @returns DP by type id
 */
export function deviationOfProportions(documents: Iterable<Uint32Array>, counts: Uint32Array): Float64Array {
  const tokens = counts.reduce((sum, count) => sum + count, 0);
  // A document without the word adds its own share; so start from the sum of all shares and correct where the word occurs.
  const result = new Float64Array(counts.length).fill(1);
  const inDocument = new Uint32Array(counts.length);
  for (const ids of documents) {
    const seen: number[] = [];
    for (let at = 0; at < ids.length; at++) {
      const type = ids[at]!;
      if (inDocument[type] === 0) seen.push(type);
      inDocument[type]!++;
    }
    const expected = ids.length / tokens;
    for (const type of seen) {
      result[type]! += Math.abs(inDocument[type]! / counts[type]! - expected) - expected;
      inDocument[type] = 0;
    }
  }
  return result.map((sum) => Math.max(0, sum / 2));
}

/** The same of some types alone, in their order. @param tokens of all documents */
export function deviationOfSome(
  documents: Iterable<Uint32Array>,
  counts: Uint32Array,
  tokens: number,
  types: readonly number[],
): Float64Array {
  const result = new Float64Array(types.length).fill(1);
  const inDocument = new Uint32Array(types.length + 1);
  // Whatever is not asked for is counted at number 0.
  const numberOf = new Uint32Array(counts.length);
  types.forEach((type, at) => (numberOf[type] = at + 1));
  for (const ids of documents) {
    const seen: number[] = [];
    for (let at = 0; at < ids.length; at++) {
      const number = numberOf[ids[at]!]!;
      if (inDocument[number] === 0) seen.push(number);
      inDocument[number]!++;
    }
    const expected = ids.length / tokens;
    for (const number of seen) {
      const times = inDocument[number]!;
      inDocument[number] = 0;
      if (number > 0)
        result[number - 1]! += Math.abs(times / counts[types[number - 1]!]! - expected) - expected;
    }
  }
  return result.map((sum) => Math.max(0, sum / 2));
}
