import type { HuffmanTree } from '../vocabulary/huffman.ts';

/** What a training is large by. */
export interface Sizes {
  /** Rows: words of the vocabulary. */
  readonly words: number;
  /** Tokens that have a row. */
  readonly tokens: number;
  /** Inner nodes on all paths of the Huffman tree together. */
  readonly pathNodes: number;
  /** Nodes of its longest path. */
  readonly deepest: number;
}

/** What a layout asks of the tree of hierarchical softmax, where there is one. */
export function sizesOfTree(tree: HuffmanTree | null): Pick<Sizes, 'pathNodes' | 'deepest'> {
  if (tree === null) return { pathNodes: 0, deepest: 0 };
  let deepest = 0;
  for (let word = 0; word + 1 < tree.offsets.length; word += 1)
    deepest = Math.max(deepest, tree.offsets[word + 1]! - tree.offsets[word]!);
  return { pathNodes: tree.points.length, deepest };
}
