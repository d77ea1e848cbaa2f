/** Where each word hangs in the tree of hierarchical softmax. */
export interface HuffmanTree {
  /** Path of word w: entries offsets[w] … offsets[w + 1] − 1 of the other two arrays; V + 1 numbers. */
  readonly offsets: Uint32Array;
  /** Inner nodes on the path, root first, numbered 0 … V − 2 (the root is V − 2). */
  readonly points: Uint32Array;
  /** Branch taken at each of these nodes, 0 or 1. */
  readonly codes: Uint8Array;
}

/**
 * Huffman’s tree over the counts, built as word2vec does (Mikolov et al. 2013): two sorted queues, no heap. Frequent words
 * get short paths, so that a step costs about log2 of the vocabulary.
 * @param counts falling
 */
export function huffmanTree(counts: ArrayLike<number>): HuffmanTree {
  const size = counts.length;
  const weight = new Float64Array(Math.max(1, 2 * size - 1)).fill(Infinity);
  for (let word = 0; word < size; word += 1) weight[word] = counts[word]!;
  const parent = new Uint32Array(weight.length);
  const branch = new Uint8Array(weight.length);

  let leaf = size - 1;
  let inner = size;
  const lightest = () => (leaf >= 0 && weight[leaf]! < weight[inner]! ? leaf-- : inner++);
  for (let node = size; node < 2 * size - 1; node += 1) {
    const first = lightest();
    const second = lightest();
    weight[node] = weight[first]! + weight[second]!;
    parent[first] = node;
    parent[second] = node;
    branch[second] = 1;
  }

  const root = 2 * size - 2;
  const offsets = new Uint32Array(size + 1);
  for (let word = 0; word < size; word += 1) {
    let depth = 0;
    for (let node = word; node !== root; node = parent[node]!) depth += 1;
    offsets[word + 1] = offsets[word]! + depth;
  }
  const points = new Uint32Array(offsets[size]!);
  const codes = new Uint8Array(offsets[size]!);
  for (let word = 0; word < size; word += 1) {
    let at = offsets[word + 1]!;
    for (let node = word; node !== root; node = parent[node]!) {
      at -= 1;
      codes[at] = branch[node]!;
      points[at] = parent[node]! - size;
    }
  }
  return { offsets, points, codes };
}
