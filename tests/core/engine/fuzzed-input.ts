import type * as v from 'valibot';
import { calls } from '../../../core/contract/calls/all.ts';
import type { Method } from '../../../core/contract/contract.ts';

/** Numbers of one seed, from 0 to below a limit. */
export type Below = (limit: number) => number;

/** What the files of a place are called, for calls that take one. */
export interface Paths {
  readonly there: readonly string[];
  readonly target: () => string;
}

interface Part {
  readonly type: string;
  readonly kind: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly pipe?: readonly Part[];
}

const texts = [
  ...[
    'cat',
    'dog',
    'the',
    'CAT',
    'bread',
    'ate',
    'nowhere',
    '',
    ' ',
    'one',
    'other',
    'recurrent',
    'pets',
    'old',
  ],
  ...[
    'year',
    'form',
    'word',
    'lemma',
    'upos',
    'text',
    'match',
    's',
    'p',
    'speaker',
    'L1',
    'R5',
    'R1:lemma',
    'L9:x',
  ],
  ...[
    '$pets',
    '$',
    '"the" [] "ate"',
    '[upos="NOUN"]',
    '[upos="N.*" & lemma!="cat"]{2,3}',
    '<s> "the"',
    '"now" </s>',
  ],
  ...[
    '[word="(a+)+$"]',
    '[]{0,100}',
    '[',
    '"',
    '(("cat"|"dog")',
    'the ... bread',
    '*',
    '?at',
    'c|d',
    '1:[] 2:[] :: 1.word=2.word',
  ],
  ...[
    '1900',
    '..1950',
    '1900-13-45',
    '{year}',
    '{a}_{b}',
    '(?<x>.*)',
    '\\',
    '%_%',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    'ä',
    'ﬀ',
    '猫',
    '😀',
    '\u202e',
    'a\0b',
    'e\u0301',
    'auto',
    'en',
    'zh-Hans',
    'de_DE',
    'utf-8',
    'utf-7',
    'windows-1252',
  ],
];
/** Longer than anything that should be kept, or half of a character. */
const odd = [
  'x'.repeat(9_999),
  'y'.repeat(200),
  '\ud800',
  '\udc00 a',
  'a\tb',
  'a\r\nb',
  '='.repeat(300),
  '('.repeat(900),
];
const numbers = [
  0,
  1,
  2,
  3,
  5,
  10,
  50,
  100,
  1000,
  65_536,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  -1,
  -0,
  0.5,
  1e-9,
  1e9,
];
/** What costs time is asked for in small numbers: how long work takes is not what is looked at here. */
const small: Readonly<Record<string, number>> = {
  ...{
    epochs: 2,
    dimensions: 12,
    hidden: 12,
    embedding: 12,
    layers: 2,
    permutations: 25,
    runs: 2,
    window: 6,
    negative: 5,
  },
  ...{ words: 60, most: 300, neighbours: 3, threads: 2, bptt: 10, batch: 8, iterations: 20 },
};

const oneOf = <T>(below: Below, list: readonly T[]): T => list[below(list.length)]!;

function number(below: Below, actions: readonly Part[], field: string): number {
  let [least, most] = [-Infinity, Infinity];
  let whole = false;
  for (const { type, requirement } of actions) {
    if (type === 'min_value') least = Math.max(least, requirement as number);
    if (type === 'max_value') most = Math.min(most, requirement as number);
    whole ||= type === 'integer';
  }
  const limit = small[field] ?? Infinity;
  const value = Math.min(oneOf(below, [...numbers, least, most]), limit, most);
  const fitting = Number.isFinite(value) ? Math.max(value, least) : 1;
  return whole ? Math.round(fitting) : fitting;
}

/** Whatever a schema lets through, mostly: now and then something that it must refuse. */
export function fuzzed(schema: v.GenericSchema, below: Below, paths: Paths, field = ''): unknown {
  const part = schema as unknown as Part;
  const actions = part.pipe?.slice(1) ?? [];
  if (below(400) === 0)
    return oneOf<unknown>(below, [null, 7, 'x', [], {}, true, Number.NaN, [[]], { path: 7 }]);
  switch (part.type) {
    case 'strict_object':
    case 'object': {
      if (part.entries!['path'] !== undefined)
        return { path: field === 'target' ? paths.target() : oneOf(below, paths.there) };
      const given = Object.entries(part.entries!).filter(
        ([, entry]) => (entry as unknown as Part).type !== 'exact_optional' || below(3) === 0,
      );
      return Object.fromEntries(given.map(([name, entry]) => [name, fuzzed(entry, below, paths, name)]));
    }
    case 'exact_optional':
    case 'optional':
      return fuzzed(part.wrapped!, below, paths, field);
    case 'nullable':
      return below(4) === 0 ? null : fuzzed(part.wrapped!, below, paths, field);
    case 'array': {
      const exact = actions.find(({ type }) => type === 'length')?.requirement as number | undefined;
      const least =
        (actions.find(({ type }) => type === 'min_length')?.requirement as number | undefined) ?? 0;
      const length = exact ?? Math.max(least, below(4));
      return Array.from({ length }, () => fuzzed(part.item!, below, paths, field));
    }
    case 'union': {
      const options = part.options as readonly v.GenericSchema[];
      // A path or a grant, which only the window has: mostly the first.
      const isFile = (options[0] as unknown as Part).entries?.['path'] !== undefined;
      return fuzzed(isFile && below(20) > 0 ? options[0]! : oneOf(below, options), below, paths, field);
    }
    case 'picklist':
      return oneOf(below, part.options!);
    case 'literal':
      return part.literal;
    case 'boolean':
      return below(2) === 0;
    case 'number':
      return number(below, actions, field);
    case 'string': {
      const text = below(12) === 0 ? oneOf(below, odd) : oneOf(below, texts);
      const other = below(6) === 0 ? `${text} ${oneOf(below, texts)}` : text;
      const most = actions.find(({ type }) => type === 'max_length')?.requirement as number | undefined;
      return below(50) === 0 ? other : other.slice(0, most);
    }
    case 'record':
      return { a: oneOf(below, texts), __proto__: 1 };
    case 'null':
      return null;
    case 'unknown':
      return oneOf<unknown>(below, [null, 1, 'x', { a: [] }]);
    default:
      throw new Error(`no value for ${part.type}`);
  }
}

/** What ends the session that is asked, or waits for somebody. */
const left: ReadonlySet<string> = new Set(['project.open', 'project.close', 'project.recover']);
/** Takes a moment each: asked more seldom. */
const slow = /\.train$|^study\.(?:run|task|collect)$|^change\.|^corpus\.(?:recut|import)$|^map\./u;

export const methods = (Object.keys(calls) as Method[]).filter((method) => !left.has(method));

export function fuzzedCall(below: Below, paths: Paths): readonly [Method, unknown] {
  let method = oneOf(below, methods);
  if (slow.test(method) && below(4) > 0)
    method = oneOf(
      below,
      methods.filter((one) => !slow.test(one)),
    );
  return [method, fuzzed(calls[method].input, below, paths)];
}
