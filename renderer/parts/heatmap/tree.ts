import type { ClusterMerge } from '../../../core/contract/search.ts';
import type { Layout } from './layout.ts';

/** Where the part of a tree that lies over a group of rows ends. */
interface Node {
  /** In rows, from the upper edge of the first. */
  readonly at: number;
  /** 0 at the rows, 1 at the root. */
  readonly depth: number;
}

/** No group is drawn flatter, so that the nearest pair is seen as one. */
const leastDepth = 0.08;

/**
 * The tree of a clustering as the path of a drawing, right of the rows that it joins: the further right, the less alike.
 * @returns in pixels of the whole picture; empty where there is no tree
 */
export function treePath(tree: readonly ClusterMerge[], sizes: Layout): string {
  const depthOf = depths(tree);
  const nodes = new Map<string, Node>();
  const nodeOf = (start: number, end: number): Node =>
    nodes.get(`${start} ${end}`) ?? { at: (start + end) / 2, depth: 0 };
  const x = (depth: number) => tenth(sizes.left + sizes.cells + 4 + depth * (sizes.tree - 8));
  const y = (at: number) => tenth(sizes.top + at * sizes.cellHeight);
  return tree
    .map(({ start, middle, end, value }) => {
      const first = nodeOf(start, middle);
      const second = nodeOf(middle, end);
      const depth = Math.max(depthOf(value), first.depth, second.depth);
      nodes.set(`${start} ${end}`, { at: (first.at + second.at) / 2, depth });
      return `M${x(first.depth)} ${y(first.at)}H${x(depth)}V${y(second.at)}H${x(second.depth)}`;
    })
    .join('');
}

const tenth = (n: number) => Math.round(n * 10) / 10;

/** The root is what is least alike, whichever way the measure runs. */
function depths(tree: readonly ClusterMerge[]): (value: number) => number {
  const root = tree.at(-1)?.value ?? 0;
  const farthest = Math.max(...tree.map(({ value }) => Math.abs(value - root)));
  return (value) => {
    const share = farthest > 0 ? 1 - Math.abs(value - root) / farthest : 1;
    return Number.isFinite(share) ? leastDepth + share * (1 - leastDepth) : 1;
  };
}
