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
    for (const type of ids) {
      if (inDocument[type] === 0) seen.push(type);
      inDocument[type]! += 1;
    }
    const expected = ids.length / tokens;
    for (const type of seen) {
      result[type]! += Math.abs(inDocument[type]! / counts[type]! - expected) - expected;
      inDocument[type] = 0;
    }
  }
  return result.map((sum) => Math.max(0, sum / 2));
}
