import { longestMatch } from './hits.ts';
import type { Pattern, TokenTest } from './query-tree.ts';

/** A token that every match has, and how far behind the first token of the match it stands. */
export interface Anchor {
  readonly test: TokenTest;
  readonly nearest: number;
  readonly furthest: number;
}

/** Tokens that no match lacks, from left to right. Of what may be left out or be something else nothing is said. */
export function anchorsOf(pattern: Pattern): readonly Anchor[] {
  return placed(pattern).anchors;
}

interface Placed {
  readonly anchors: readonly Anchor[];
  /** Tokens that the part has. */
  readonly least: number;
  readonly most: number;
}

function placed(part: Pattern): Placed {
  switch (part.kind) {
    case 'token':
      return { anchors: [{ test: part.test, nearest: 0, furthest: 0 }], least: 1, most: 1 };
    case 'sequence': {
      const anchors: Anchor[] = [];
      let [least, most] = [0, 0];
      for (const one of part.parts) {
        const inner = placed(one);
        for (const { test, nearest, furthest } of inner.anchors)
          anchors.push({ test, nearest: nearest + least, furthest: atMost(furthest + most) });
        least += inner.least;
        most += inner.most;
      }
      return { anchors, least, most };
    }
    case 'either': {
      const parts = part.parts.map(placed);
      return {
        anchors: [],
        least: Math.min(...parts.map((one) => one.least)),
        most: Math.max(...parts.map((one) => one.most)),
      };
    }
    case 'repeat': {
      const inner = placed(part.part);
      return {
        anchors: part.least > 0 ? inner.anchors : [],
        least: inner.least * part.least,
        most: part.most === 0 ? 0 : inner.most * (part.most ?? Infinity),
      };
    }
  }
}

/** No match is longer. */
const atMost = (tokens: number) => Math.min(tokens, longestMatch - 1);
