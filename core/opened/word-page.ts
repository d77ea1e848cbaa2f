import type { FieldKind } from '../contract/corpus.ts';
import { AppError } from '../contract/errors.ts';
import type { TextsRef } from '../contract/texts.ts';
import type { CountedValue, LemmaOfWord, WordPage } from '../contract/word-page.ts';
import type { Hits } from '../query/hits.ts';
import type { Attribute } from '../query/token-classes.ts';
import { textsOf } from './corpus-texts.ts';
import { stretchesOf } from './corpus-tokens.ts';
import type { Opened } from './opened.ts';
import { attributeOf, attributesOf } from './token-attributes.ts';

const stretchesOfStrip = 100;
const mostValues = 20;
const mostLemmas = 5;

/** Hits in each of a hundred equal stretches of the texts. */
export function stripOf(opened: Opened, texts: TextsRef, { starts }: Hits): readonly number[] {
  const counts = Array.from({ length: stretchesOfStrip }, () => 0);
  const stretches = stretchesOf(opened, texts);
  const tokens = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  let [at, before] = [0, 0];
  for (const start of starts) {
    while (stretches[at]![1] <= start) {
      before += stretches[at]![1] - stretches[at]![0];
      at++;
    }
    const place = before + start - stretches[at]![0];
    counts[Math.floor((place * stretchesOfStrip) / tokens)]!++;
  }
  return counts;
}

/** How the word is written, what its parts of speech are, and which lemmas it is a form of. */
export function formsOfWord(
  opened: Opened,
  texts: TextsRef,
  hits: Hits,
): Pick<WordPage, 'written' | 'tags' | 'lemmas'> {
  const layers = attributesOf(opened).filter(({ region }) => region === '');
  const named = (kind: string) => layers.filter((layer) => layer.kind === kind).map(({ name }) => name);
  const layer = [...named('lemma'), ...named('stem')][0];
  return {
    written: countedAt(attributeOf(opened, 'word', 0), hits),
    tags: named('pos').map((name) => ({ layer: name, rows: countedAt(attributeOf(opened, name, 0), hits) })),
    lemmas: layer === undefined ? null : { layer, rows: lemmasOf(opened, texts, hits, layer) },
  };
}

/** Values at the hits, the most frequent first; tokens without one do not count. */
function countedAt({ ids, values }: Attribute, { starts }: Hits): readonly CountedValue[] {
  const counts = new Map<number, number>();
  for (const start of starts) counts.set(ids[start]!, (counts.get(ids[start]!) ?? 0) + 1);
  return byCount(
    [...counts].map(([id, count]) => ({ value: values[id]!, count })),
    mostValues,
  );
}

const byCount = (rows: readonly CountedValue[], most: number): readonly CountedValue[] =>
  rows
    .filter(({ value }) => value !== '')
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);

function lemmasOf(opened: Opened, texts: TextsRef, hits: Hits, layer: string): readonly LemmaOfWord[] {
  const lemmas = attributeOf(opened, layer, 0);
  const forms = attributeOf(opened, 'form', 0);
  const here = countedAt(lemmas, hits).slice(0, mostLemmas);
  const numbers = new Map(here.map(({ value }, at) => [value, at]));
  const placeOf = Int8Array.from(lemmas.values, (value) => numbers.get(value) ?? -1);
  const counts = here.map(() => new Map<number, number>());
  for (const [from, to] of stretchesOf(opened, texts))
    for (let token = from; token < to; token++) {
      const at = placeOf[lemmas.ids[token]!]!;
      if (at < 0) continue;
      const form = forms.ids[token]!;
      counts[at]!.set(form, (counts[at]!.get(form) ?? 0) + 1);
    }
  return here.map(({ value, count }, at) => {
    const of = [...counts[at]!].map(([id, times]) => ({ value: forms.values[id]!, count: times }));
    const all = of.reduce((sum, form) => sum + form.count, 0);
    return { lemma: value, here: count, count: all, forms: byCount(of, mostValues) };
  });
}

/** More values than a trend is read from are no fields of time or kind: titles, names of files. */
const mostGroups = 400;

/** The year of a date, also without a month; undefined for what is no date. */
export const yearOf = (date: string): string | undefined => /^[+-]?\d{4,}/u.exec(date)?.[0];

/** The field that a trend is over: as asked, or dates, years, or else the first that puts texts together. @throws AppError E_REQUEST_INVALID */
export function trendField(
  opened: Opened,
  by: string | undefined,
): { readonly field: string; readonly kind: FieldKind } | null {
  const { fields } = textsOf(opened);
  if (by !== undefined) {
    const asked = fields.find(({ name }) => name === by);
    if (asked !== undefined) return { field: asked.name, kind: asked.kind };
    throw new AppError('E_REQUEST_INVALID', { field: 'by', reason: `no text has a field ${by}` });
  }
  const grouping = fields.filter(
    ({ kind, values }) => values > 1 && (kind === 'date' || values <= mostGroups),
  );
  const found =
    grouping.find(({ kind }) => kind === 'date') ??
    grouping.find(({ name, kind }) => kind === 'number' && /year|jahr|ann|date|decade|年/iu.test(name)) ??
    grouping.find(({ kind }) => kind === 'number') ??
    grouping[0];
  return found === undefined ? null : { field: found.name, kind: found.kind };
}
