import type { Completion } from '../contract/query.ts';
import { completionAt, quotedValue } from '../query/completion-at.ts';
import { withoutMarks } from '../query/matching-values.ts';
import { regionNamesOf } from './corpus-regions.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { attributeOf, attributesOf } from './token-attributes.ts';
import { wordListsOf } from './word-lists.ts';

export interface Completions {
  /** Where what is put in begins. */
  readonly from: number;
  readonly rows: readonly Completion[];
}

const plain = (name: string) => (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `\`${name}\``);
const folded = (text: string) => withoutMarks(text).toLowerCase();

/** What could be put in at a place of a query, the most frequent first; names and values that begin as what is typed, in any case. */
export function completionsOf(opened: Opened, query: string, offset: number, limit: number): Completions {
  const place = completionAt(query, offset);
  if (place === null || corpusTokensOf(opened).tokens === 0) return { from: offset, rows: [] };
  const { kind, from } = place;
  const typed = folded(place.typed.replace(/\\(.)/gsu, '$1'));
  const names = attributesOf(opened);
  if (kind === 'value') {
    const attribute = place.attribute ?? 'word';
    if (!names.some(({ name }) => name === attribute)) return { from, rows: [] };
    const { values, order, counts } = commonestOf(opened, attribute);
    const rows: Completion[] = [];
    for (const id of order) {
      if (rows.length === limit) break;
      const value = values[id]!;
      if (value !== '' && folded(value).startsWith(typed))
        rows.push({ text: quotedValue(value), kind, count: counts[id]! });
    }
    return { from, rows };
  }
  const all =
    kind === 'list'
      ? wordListsOf(opened).map(({ name, words }) => ({ text: name, kind, count: words.length }))
      : kind === 'attribute'
        ? names.map(({ name, values }) => ({ text: plain(name), kind, count: values }))
        : regionNamesOf(opened).map(({ name, count }) => ({ text: plain(name), kind, count }));
  return { from, rows: all.filter(({ text }) => folded(text).startsWith(typed)).slice(0, limit) };
}

interface Commonest {
  readonly values: readonly string[];
  readonly counts: Uint32Array;
  /** Numbers of values that some token has, the commonest first. */
  readonly order: Uint32Array;
}

const commonest = kept<Commonest>({ most: 4 });

const commonestOf = (opened: Opened, attribute: string): Commonest =>
  opened.remember(commonest, attribute, () => {
    const { ids, values } = attributeOf(opened, attribute, 0);
    const counts = new Uint32Array(values.length);
    for (const id of ids) counts[id]!++;
    const order = Uint32Array.from(counts.keys())
      .filter((id) => counts[id]! > 0)
      .sort((a, b) => counts[b]! - counts[a]! || a - b);
    return { values, counts, order };
  });
