import { AppError } from '../contract/errors.ts';
import type { Pattern, QueryTree, TokenTest } from './query-tree.ts';

export interface SimpleSwitches {
  /** Capitals count. */
  readonly matchCase: boolean;
  /** Accents and other marks count. */
  readonly matchMarks: boolean;
}

/** A token as the corpus counts it, and as it was written. */
export interface CutWord {
  readonly form: string;
  readonly written: string;
}

/** Words that the three dots of a simple query may stand for. */
export const widestGap = 5;

/**
 * Reads a simple query: words as they stand in the text. Within a word `*` is any characters and `?` is one; alone, `*` is one word and
 * `...` up to {@link widestGap}. `|` parts words of which one stands there. A backslash takes a sign for itself.
 * @param cut cuts what is written without signs into tokens as the corpus was cut
 * @param lower small letters as forms have them: those of Turkish are other ones
 * @throws AppError E_QUERY_INVALID { offset, expected, found }
 */
export function parseSimple(
  query: string,
  { matchCase, matchMarks }: SimpleSwitches,
  cut: (words: string) => readonly CutWord[],
  lower: (text: string) => string = (text) => text.toLowerCase(),
): QueryTree {
  const test = (pattern: string, literal: boolean, at: number): TokenTest => ({
    kind: 'is',
    attribute: matchCase ? 'word' : 'form',
    negated: false,
    pattern,
    literal,
    ignoreCase: !matchCase,
    ignoreMarks: !matchMarks,
    at,
  });
  const signed = (piece: string): string => {
    const small = lower(piece);
    // ISPA* is ıspa* in Turkish, which no comparison without case knows.
    return matchCase || small === piece.toLowerCase()
      ? asExpression(piece)
      : `(?:${asExpression(piece)}|${asExpression(small)})`;
  };
  const words = (piece: string, at: number): readonly Pattern[] => {
    if (/^(?:\.{3}|…)$/u.test(piece))
      return [{ kind: 'repeat', part: { kind: 'token', test: { kind: 'any' } }, least: 0, most: widestGap }];
    if (piece === '*') return [{ kind: 'token', test: { kind: 'any' } }];
    if (hasSign(piece)) return [{ kind: 'token', test: test(signed(piece), false, at) }];
    return cut(piece.replace(/\\(.)/gsu, '$1')).map(({ form, written }) => ({
      kind: 'token',
      test: test(matchCase ? written : form, true, at),
    }));
  };
  const parts = [...query.matchAll(/(?:\\.|[^\s\\]|\\$)+/gsu)].flatMap(({ 0: piece, index }): Pattern[] => {
    const options: Pattern[] = [];
    let at = index;
    for (const option of piece.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/u)) {
      const some = words(option, at);
      if (some.length === 0 && piece !== option)
        throw new AppError('E_QUERY_INVALID', { offset: at, expected: ['a word'], found: query[at] ?? '' });
      options.push(...sequenceOf(some));
      at += option.length + 1;
    }
    return options.length > 1 ? [{ kind: 'either', parts: options }] : options;
  });
  if (parts.length === 0)
    throw new AppError('E_QUERY_INVALID', { offset: 0, expected: ['a word'], found: '' });
  return { pattern: sequenceOf(parts)[0]!, conditions: null, restrictions: [] };
}

const sequenceOf = (parts: readonly Pattern[]): Pattern[] =>
  parts.length > 1 ? [{ kind: 'sequence', parts }] : [...parts];

const hasSign = (piece: string) => /[*?]/u.test(piece.replace(/\\./gsu, ''));

/** The signs of a simple query as a regular expression; all else stands for itself. */
const asExpression = (piece: string): string =>
  [...piece.matchAll(/\\(.)|([*?])|([^\\])/gsu)]
    .map(([, taken, sign, plain]) =>
      sign === '*' ? '.*' : sign === '?' ? '.' : escaped(taken ?? plain ?? ''),
    )
    .join('');

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
