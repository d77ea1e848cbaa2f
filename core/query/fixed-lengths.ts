import type { Pattern, TokenTest } from './query-tree.ts';

/** Tokens in a row, so many and no more. */
export type FixedPattern = readonly { readonly test: TokenTest; readonly label: string | undefined }[];

/** More than these are quicker to follow token by token. */
const mostPatterns = 64;
const mostTokens = 64;

/**
 * A pattern as all the rows of tokens that it stands for, the shorter first: `a:[] []{0,2} b:[]` is three. A place in such a row is a
 * place behind the first token, so that conditions on labels are comparisons at two places.
 * @returns null where there is no end of them, or too many
 */
export function fixedPatterns(pattern: Pattern): readonly FixedPattern[] | null {
  const all = expanded(pattern);
  return all === null ? null : [...all].sort((a, b) => a.length - b.length);
}

function expanded(part: Pattern): readonly FixedPattern[] | null {
  switch (part.kind) {
    case 'token':
      return [[{ test: part.test, label: part.label }]];
    case 'either': {
      const ways = part.parts.map(expanded);
      const all = ways.every((way) => way !== null) ? ways.flat() : null;
      return all === null || all.length > mostPatterns ? null : all;
    }
    case 'sequence':
      return part.parts.reduce<readonly FixedPattern[] | null>(
        (before, one) => followedBy(before, expanded(one)),
        [[]],
      );
    case 'repeat': {
      if (part.most === null || part.most > mostTokens) return null;
      const once = expanded(part.part);
      let some: readonly FixedPattern[] | null = [[]];
      const all: FixedPattern[] = [];
      for (let times = 0; times <= part.most; times++) {
        if (some === null || all.length > mostPatterns) return null;
        if (times >= part.least) all.push(...some);
        some = times === part.most ? null : followedBy(some, once);
      }
      return all.length > mostPatterns ? null : all;
    }
  }
}

function followedBy(
  before: readonly FixedPattern[] | null,
  behind: readonly FixedPattern[] | null,
): readonly FixedPattern[] | null {
  if (before === null || behind === null || before.length * behind.length > mostPatterns) return null;
  const all = before.flatMap((first) => behind.map((second) => [...first, ...second]));
  return all.some(({ length }) => length > mostTokens) ? null : all;
}
