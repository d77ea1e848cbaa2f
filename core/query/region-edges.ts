import { AppError } from '../contract/errors.ts';
import type { Pattern, TokenTest } from './query-tree.ts';
import type { Regions } from './regions.ts';
import type { Attribute, AttributeOf } from './token-classes.ts';

/** Where regions begin (`<s>`) or end (`</s>`): between tokens, so that no token is taken. */
interface Edge {
  readonly kind: 'edge';
  readonly side: 'start' | 'end';
  readonly region: string;
  readonly at: number;
}

/** A pattern as it is written, with edges of regions between its tokens. */
export type WrittenPattern =
  | Edge
  | Extract<Pattern, { kind: 'token' }>
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly WrittenPattern[] }
  | (Omit<Extract<Pattern, { kind: 'repeat' }>, 'part'> & { readonly part: WrittenPattern });

/**
 * The same without edges: `<s>` becomes a condition on the token behind it, `</s>` on the one before.
 * @throws AppError E_QUERY_INVALID for an edge with no token beside it
 */
export const withoutEdges = (pattern: WrittenPattern): Pattern =>
  lowered(lowered(apart(pattern), 'start'), 'end') as Pattern;

/** An edge that may stand in the place of tokens, `(<s> | "of") "the"`, belongs to each of several rows: `<s> "the" | "of" "the"`. */
function apart(pattern: WrittenPattern): WrittenPattern {
  switch (pattern.kind) {
    case 'token':
    case 'edge':
      return pattern;
    case 'repeat':
      return { ...pattern, part: apart(pattern.part) };
    case 'either':
      return { ...pattern, parts: pattern.parts.map(apart) };
    case 'sequence': {
      const parts = pattern.parts.map(apart);
      const ways = parts.map((part) =>
        part.kind === 'either' && part.parts.some(isOfEdges) ? part.parts : [part],
      );
      const rows = ways.reduce((product, some) => product * some.length, 1);
      // What would grow beyond measure is left, and refused as an edge alone.
      if (rows === 1 || rows * sizeOf({ kind: 'sequence', parts }) > mostApart) return inRow(parts);
      const all = ways.reduce<WrittenPattern[][]>(
        (before, some) => before.flatMap((row) => some.map((one) => [...row, one])),
        [[]],
      );
      return { kind: 'either', parts: all.map(inRow) };
    }
  }
}

/** Parts of the rows that {@link apart} may make. */
const mostApart = 5000;

const sizeOf = (pattern: WrittenPattern): number =>
  'parts' in pattern
    ? pattern.parts.reduce((sum, part) => sum + sizeOf(part), 1)
    : 1 + (pattern.kind === 'repeat' ? sizeOf(pattern.part) : 0);

/** Takes no token. */
const isOfEdges = (pattern: WrittenPattern): boolean =>
  pattern.kind === 'edge' || (pattern.kind === 'sequence' && pattern.parts.every(isOfEdges));

/** Edges of one side become conditions. */
function lowered(pattern: WrittenPattern, side: Edge['side']): WrittenPattern {
  switch (pattern.kind) {
    case 'token':
      return pattern;
    case 'edge':
      if (pattern.side !== side) return pattern;
      throw alone(pattern);
    case 'repeat':
      return { ...pattern, part: lowered(pattern.part, side) };
    case 'either':
      return { ...pattern, parts: pattern.parts.map((part) => lowered(part, side)) };
    case 'sequence': {
      // From the end that the edges of this side look at.
      let beside: readonly WrittenPattern[] = [];
      for (const part of side === 'start' ? pattern.parts.toReversed() : pattern.parts) {
        if (part.kind !== 'edge' || part.side !== side) {
          const own = lowered(part, side);
          beside = side === 'start' ? [own, ...beside] : [...beside, own];
          continue;
        }
        const held = holding(inRow(beside), part);
        if (held === null) throw alone(part);
        beside = [held];
      }
      return inRow(beside);
    }
  }
}

/** What a pattern fits where its first token, or its last, is at an edge; null where it fits no token. */
function holding(pattern: WrittenPattern, edge: Edge): WrittenPattern | null {
  const isStart = edge.side === 'start';
  switch (pattern.kind) {
    case 'edge':
      return null;
    case 'token': {
      const own = testOf(edge);
      const test: TokenTest = pattern.test.kind === 'any' ? own : { kind: 'and', parts: [pattern.test, own] };
      return { ...pattern, test };
    }
    case 'either':
      return oneOf(pattern.parts.map((part) => holding(part, edge)));
    case 'repeat': {
      const { part, least, most } = pattern;
      if (most !== null && most < least) return pattern;
      const one = holding(part, edge);
      if (one === null || most === 0) return null;
      const others = { ...pattern, least: Math.max(0, least - 1), most: most === null ? null : most - 1 };
      return inRow(isStart ? [one, others] : [others, one]);
    }
    case 'sequence': {
      const ways: (WrittenPattern | null)[] = [];
      const parts = isStart ? pattern.parts : pattern.parts.toReversed();
      for (const [at, part] of parts.entries()) {
        const one = holding(part, edge);
        const others = parts.slice(at + 1);
        if (one !== null) ways.push(inRow(isStart ? [one, ...others] : [...others.reverse(), one]));
        if (!mayBeEmpty(part)) break;
      }
      return oneOf(ways);
    }
  }
}

function mayBeEmpty(pattern: WrittenPattern): boolean {
  switch (pattern.kind) {
    case 'token':
      return false;
    case 'edge':
      return true;
    case 'repeat':
      return pattern.least === 0 || mayBeEmpty(pattern.part);
    case 'either':
      return pattern.parts.some(mayBeEmpty);
    case 'sequence':
      return pattern.parts.every(mayBeEmpty);
  }
}

const inRow = (parts: readonly WrittenPattern[]): WrittenPattern =>
  parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };

function oneOf(ways: readonly (WrittenPattern | null)[]): WrittenPattern | null {
  const some = ways.filter((way) => way !== null);
  return some.length === 0 ? null : some.length === 1 ? some[0]! : { kind: 'either', parts: some };
}

const alone = ({ at }: Edge) =>
  new AppError('E_QUERY_INVALID', {
    offset: at,
    expected: [],
    found: '',
    reason: 'no token stands beside this edge',
  });

const testOf = ({ side, region, at }: Edge): TokenTest => ({
  ...{ kind: 'is', attribute: side === 'start' ? `<${region}>` : `</${region}>`, attributeAt: at },
  ...{ negated: false, pattern: '1', literal: true, ignoreCase: false, ignoreMarks: false, at },
});

const edgeName = /^<(\/?)(.+)>$/su;

/** Whether a test is one of {@link withoutEdges}: what it is called in the query. */
export const edgeTested = (test: Extract<TokenTest, { kind: 'is' }>): string | null =>
  test.attribute !== null && edgeName.test(test.attribute) ? test.attribute : null;

const known = new WeakMap<Regions, Partial<Record<Edge['side'], Attribute>>>();

/** Attributes of tokens, and those of {@link withoutEdges}. */
export const withEdges =
  (attributeOf: AttributeOf, regionsOf: (name: string, at: number) => Regions, tokens: number): AttributeOf =>
  (name, at) => {
    const [edge, end, region = ''] = edgeName.exec(name) ?? [];
    if (edge === undefined) return attributeOf(name, at);
    const regions = regionsOf(region, at);
    const side = end === '' ? 'start' : 'end';
    const ofBoth = known.get(regions) ?? {};
    known.set(regions, ofBoth);
    return (ofBoth[side] ??= { ids: edgesOf(regions, side, tokens), values: ['', '1'] });
  };

/** 1 for each token that a region begins or ends with. */
function edgesOf({ goesOn, inside }: Regions, side: Edge['side'], tokens: number): Uint32Array {
  const ids = new Uint32Array(tokens);
  for (let at = 0; at < tokens; at++) {
    const goesOver = side === 'start' ? goesOn[at] === 1 : at + 1 < tokens && goesOn[at + 1] === 1;
    if (!goesOver && (inside === null || inside[at] === 1)) ids[at] = 1;
  }
  return ids;
}
