import { createContext, Script } from 'node:vm';
import { AppError } from '../contract/errors.ts';
import type { Value } from './query-tree.ts';
import { asJavaScript } from './regular-expression.ts';

/** How long one regular expression may look at the values of an attribute. */
const mostMs = 2000;

/** Texts that a condition takes for the same become the same. */
export const foldedBy =
  ({ ignoreCase, ignoreMarks }: Pick<Value, 'ignoreCase' | 'ignoreMarks'>) =>
  (text: string): string => {
    const marked = ignoreMarks ? withoutMarks(text) : composed(text);
    // The sigma at the end of a word is one in the middle of another.
    return ignoreCase ? marked.toLowerCase().replaceAll('ς', 'σ') : marked;
  };

/**
 * Which values of an attribute a condition allows, without its negation. Letters are composed on both sides: é is e with an accent.
 * @param values every value, each once; undefined and empty ones are of no token
 * @param listed the words of a saved list, and where the query names it
 * @returns 1 for each value that fits, in their order
 * @throws AppError E_QUERY_INVALID { offset, reason } for what is no regular expression; E_QUERY_SLOW { pattern } for one that runs away
 */
export function matchingValues(
  values: readonly string[],
  value: Value,
  listed: (name: string, at: number) => readonly string[],
): Uint8Array {
  if (value.member === true) return withMembers(values, value, listed);
  const found = new Uint8Array(values.length);
  const { ignoreCase, ignoreMarks } = value;
  const fold = foldedBy(value);
  const isFolded = ignoreCase || ignoreMarks;
  if (value.list !== undefined) {
    const wanted = new Set(listed(value.list, value.at).map(fold));
    values.forEach((one, at) => (found[at] = wanted.has(fold(one)) ? 1 : 0));
    return found;
  }
  const pattern = composed(value.pattern ?? '');
  const simple = simpleForm(value.literal ? null : pattern);
  if (value.literal || simple !== null) {
    const { before, after } = simple ?? { before: pattern, after: null };
    const [start, end] = [fold(before), after === null ? null : fold(after)];
    const own = isFolded ? values : composedValues(values);
    for (let at = 0; at < own.length; at++) {
      const one = isFolded ? fold(own[at]!) : own[at]!;
      const fits =
        end === null
          ? one === start
          : one.length >= start.length + end.length && one.startsWith(start) && one.endsWith(end);
      if (fits) found[at] = 1;
    }
    return found;
  }
  const expression = compiled(ignoreMarks ? withoutMarks(pattern) : pattern, ignoreCase, value);
  const looked = ignoreMarks ? values.map(withoutMarks) : composedValues(values);
  const look = () => {
    for (let at = 0; at < looked.length; at++) if (expression.test(looked[at]!)) found[at] = 1;
  };
  try {
    // The watchdog of a context ends an expression that tries every combination; nothing else does.
    new Script('look()').runInContext(createContext({ look }), { timeout: mostMs });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new AppError('E_QUERY_SLOW', { pattern, seconds: mostMs / 1000 });
  }
  return found;
}

/** Values that are sets of what stands between their bars fit where a member does. */
function withMembers(
  values: readonly string[],
  value: Value,
  listed: (name: string, at: number) => readonly string[],
): Uint8Array {
  const numbers = new Map<string, number>();
  const members = values.map((one) =>
    one.split('|').flatMap((member) => {
      if (member === '') return [];
      if (!numbers.has(member)) numbers.set(member, numbers.size);
      return [numbers.get(member)!];
    }),
  );
  const fits = matchingValues([...numbers.keys()], { ...value, member: false }, listed);
  return Uint8Array.from(members, (some) => (some.some((member) => fits[member] === 1) ? 1 : 0));
}

const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text);
const composed = (text: string) => (isAscii(text) ? text : text.normalize('NFC'));

const known = new WeakMap<readonly string[], readonly string[]>();

/** Nearly always the values themselves. */
function composedValues(values: readonly string[]): readonly string[] {
  const before = known.get(values);
  if (before !== undefined) return before;
  const own = values.some((one) => composed(one) !== one) ? values.map(composed) : values;
  known.set(values, own);
  return own;
}

/** Most patterns are a word, or have one `.*`: these need no engine of expressions. */
function simpleForm(
  pattern: string | null,
): { readonly before: string; readonly after: string | null } | null {
  const parts =
    pattern === null ? null : /^([\p{L}\p{N}\p{M} '’-]*)(\.\*)?([\p{L}\p{N}\p{M} '’-]*)$/u.exec(pattern);
  if (parts === null) return null;
  const [, before = '', star, after = ''] = parts;
  return star === undefined ? { before: before + after, after: null } : { before, after };
}

/** The whole value has to fit. */
function compiled(written: string, ignoresCase: boolean, { at }: Value): RegExp {
  const { pattern, ignoreCase } = asJavaScript(written);
  const flags = ignoresCase || ignoreCase ? 'isu' : 'su';
  try {
    // Alone first: what is unbalanced must not be closed by the group that is put around it.
    new RegExp(pattern, flags);
    return new RegExp(`^(?:${pattern})$`, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/: /su, '') : '';
    throw new AppError('E_QUERY_INVALID', { offset: at, expected: [], found: written, reason });
  }
}

/** Marks are taken off letters of scripts in which they are accents or vowel signs that may be missing; elsewhere they are vowels. */
const marked = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}])\p{M}+/gu;

export function withoutMarks(text: string): string {
  // Plain ASCII has none.
  if (isAscii(text)) return text;
  return text.normalize('NFD').replace(marked, '$1').normalize('NFC');
}
