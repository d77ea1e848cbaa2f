/** What begins in the same way, unit by unit. Most places lead to one other alone, which needs no table. */
export interface TrieNode {
  /** The unit that leads to `child`; −1 where nothing follows. */
  unit: number;
  child: TrieNode | undefined;
  more: Map<number, TrieNode> | undefined;
  /** Number of the entry that ends here; −1 for none. */
  entry: number;
}

export const trieNode = (): TrieNode => ({ unit: -1, child: undefined, more: undefined, entry: -1 });

export const childOf = (node: TrieNode, unit: number): TrieNode | undefined =>
  node.unit === unit ? node.child : node.more?.get(unit);

/** The place behind a unit, made where there was none. */
export function grownChild(node: TrieNode, unit: number): TrieNode {
  const known = childOf(node, unit);
  if (known !== undefined) return known;
  const made = trieNode();
  if (node.unit < 0) {
    node.unit = unit;
    node.child = made;
  } else (node.more ??= new Map()).set(unit, made);
  return made;
}
