import type { Completion } from '../contract/query.ts';
import { completionAt, quotedValue } from '../query/completion-at.ts';
import { withoutMarks } from '../query/matching-values.ts';
import { regionNamesOf } from './corpus-regions.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { attributeOf, attributesOf, namedAttribute } from './token-attributes.ts';
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
  const { kind, from, choices } = place;
  const typed = folded(place.typed.replace(/\\(.)/gsu, '$1'));
  if (kind === 'value' || kind === 'member') {
    const attribute = namedAttribute(opened, place.attribute ?? 'word')?.name;
    if (attribute === undefined) return { from, rows: [] };
    const { values, order, counts } = commonestOf(opened, attribute, kind === 'member');
    const rows: Completion[] = [];
    for (const id of order) {
      if (rows.length === limit) break;
      const value = values[id]!;
      if (value !== '' && folded(value).startsWith(typed))
        rows.push({ text: quotedValue(value), kind: 'value', count: counts[id]! });
    }
    return { from, rows };
  }
  const all = namesOf(opened, kind) ?? choices.map((text) => ({ text, kind, count: null }));
  return { from, rows: all.filter(({ text }) => folded(text).startsWith(typed)).slice(0, limit) };
}

/** null for what the query alone knows. */
function namesOf(opened: Opened, kind: Completion['kind']): readonly Completion[] | null {
  switch (kind) {
    case 'list':
      return wordListsOf(opened).map(({ name, words }) => ({ text: name, kind, count: words.length }));
    case 'attribute':
      return attributesOf(opened).map(({ name, values }) => ({ text: plain(name), kind, count: values }));
    case 'region':
      return regionNamesOf(opened).map(({ name, count }) => ({ text: plain(name), kind, count }));
    default:
      return null;
  }
}

interface Commonest {
  readonly values: readonly string[];
  readonly counts: Uint32Array;
  /** Numbers of values that some token has, the commonest first. */
  readonly order: Uint32Array;
}

const commonest = kept<Commonest>({ most: 4 });

/** @param ofMembers values are taken apart at their bars: `Case=Nom|Number=Plur` is two */
const commonestOf = (opened: Opened, attribute: string, ofMembers: boolean): Commonest =>
  opened.remember(commonest, `${attribute} ${ofMembers}`, () => {
    const own = attributeOf(opened, attribute, 0);
    const ofValues = new Uint32Array(own.values.length);
    for (const id of own.ids) ofValues[id]!++;
    const { values, counts } = ofMembers
      ? membersOf(own.values, ofValues)
      : { values: own.values, counts: ofValues };
    const order = Uint32Array.from(counts.keys())
      .filter((id) => counts[id]! > 0)
      .sort((a, b) => counts[b]! - counts[a]! || a - b);
    return { values, counts, order };
  });

/** A token counts once for each member of its value. */
function membersOf(sets: readonly string[], ofSets: Uint32Array) {
  const sums = new Map<string, number>();
  sets.forEach((set, at) => {
    for (const member of new Set(set.split('|'))) sums.set(member, (sums.get(member) ?? 0) + ofSets[at]!);
  });
  return { values: [...sums.keys()], counts: Uint32Array.from(sums.values()) };
}
