import { AppError } from '../contract/errors.ts';
import type { DistributionRow } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { listDocuments } from '../project/documents.ts';
import type { Hits } from '../query/hits.ts';
import { chosenTexts } from './chosen-texts.ts';
import { corpusTokensOf, stretchesOf, textAt, type CorpusTokens } from './corpus-tokens.ts';
import type { Opened } from './opened.ts';
import { attributeMeant, attributeOf, namedAttribute } from './token-attributes.ts';

export const tokensIn = (opened: Opened, texts: TextsRef) =>
  stretchesOf(opened, texts).reduce((sum, [from, to]) => sum + to - from, 0);

/** By sets of hits, which never change: every page of one asks for them. */
const countedHits = new WeakMap<Hits, Uint32Array>();

/** Hits in each text of the row. */
export function hitsByText(corpus: CorpusTokens, hits: Hits): Uint32Array {
  const known = countedHits.get(hits);
  if (known !== undefined) return known;
  const { starts } = hits;
  const counts = new Uint32Array(corpus.documents.length);
  let text = 0;
  for (let hit = 0; hit < starts.length; hit++) {
    while (corpus.starts[text + 1]! <= starts[hit]!) text++;
    counts[text]!++;
  }
  countedHits.set(hits, counts);
  return counts;
}

const byTokens = /^(match|[LR](?:[1-9]|10))(?::(.+))?$/su;

/**
 * Counts by what hits have in common: `match`, `L10` … `R10` (with `:` and the name of an attribute, or else by form), `text`, a field of
 * metadata, or an attribute. Values of texts stand in their order, others by their counts.
 * @throws AppError E_REQUEST_INVALID where there is no such field and no such attribute
 */
export function distributionBy(
  opened: Opened,
  texts: TextsRef,
  hits: Hits,
  by: string,
): readonly DistributionRow[] {
  const places = byTokens.exec(by);
  if (places !== null) return byPlace(opened, hits, places[1]!, places[2] ?? 'form');
  const rows = byTexts(opened, texts, hits, by);
  if (rows !== null) return rows;
  const attribute = namedAttribute(opened, by);
  if (attribute === undefined)
    throw new AppError('E_REQUEST_INVALID', { field: 'by', reason: `no text has a field ${by}` });
  return attribute.region === '' ? byPlace(opened, hits, 'match', by) : byRegion(opened, texts, hits, by);
}

function byPlace(opened: Opened, { starts, ends }: Hits, place: string, layer: string): DistributionRow[] {
  const corpus = corpusTokensOf(opened);
  const { ids, values } = attributeMeant(opened, layer, 'by');
  const distance = place === 'match' ? 0 : Number(place.slice(1)) * (place.startsWith('L') ? -1 : 1);
  const counts = new Map<string, number>();
  for (let hit = 0; hit < starts.length; hit++) {
    const [start, end] = [starts[hit]!, ends[hit]!];
    let value: string | null;
    if (distance === 0)
      value =
        start === end
          ? values[ids[start]!]!
          : Array.from(ids.subarray(start, end + 1), (id) => values[id]!).join(' ');
    else {
      const at = distance < 0 ? start + distance : end + distance;
      const text = textAt(corpus, start);
      const there = at >= corpus.starts[text]! && at < corpus.starts[text + 1]!;
      value = there ? values[ids[at]!]! : null;
    }
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return byCount([...counts].map(([value, count]) => ({ value, count, tokens: null, perMillion: null })));
}

/** What is said of regions has a size, like texts. */
function byRegion(opened: Opened, texts: TextsRef, { starts }: Hits, name: string): DistributionRow[] {
  const { ids, values } = attributeOf(opened, name, 0);
  const [counts, tokens] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  for (const start of starts) counts[ids[start]!]!++;
  for (const [from, to] of stretchesOf(opened, texts)) for (let at = from; at < to; at++) tokens[ids[at]!]!++;
  const sums = new Map<string, { count: number; tokens: number }>();
  values.forEach((value, id) => {
    if (tokens[id] === 0) return;
    const sum = sums.get(value) ?? { count: 0, tokens: 0 };
    sums.set(value, { count: sum.count + counts[id]!, tokens: sum.tokens + tokens[id]! });
  });
  return byCount(
    [...sums].map(([value, sum]) => ({ value, ...sum, perMillion: (1e6 * sum.count) / sum.tokens })),
  );
}

const byCount = (rows: DistributionRow[]) =>
  rows.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/** null where no text has the field. */
function byTexts(opened: Opened, texts: TextsRef, hits: Hits, by: string): DistributionRow[] | null {
  const corpus = corpusTokensOf(opened);
  const { has } = chosenTexts(opened, texts);
  const byText = hitsByText(corpus, hits);
  const stored = new Map(listDocuments(opened.project.db).map((one) => [one.id, one]));
  const sums = new Map<string, { count: number; tokens: number; number: boolean }>();
  let isField = by === 'text';
  corpus.documents.forEach((id, at) => {
    if (!has(id)) return;
    const { name, metadata } = stored.get(id)!;
    const given = by === 'text' ? name : metadata[by];
    if (given !== undefined) isField = true;
    const value = given === undefined ? '' : String(given);
    const sum = sums.get(value) ?? { count: 0, tokens: 0, number: typeof given === 'number' };
    sum.count += byText[at]!;
    sum.tokens += corpus.starts[at + 1]! - corpus.starts[at]!;
    sums.set(value, sum);
  });
  if (!isField) return null;
  const rows = [...sums].map(([value, { count, tokens }]) => ({
    value,
    count,
    tokens,
    perMillion: tokens === 0 ? 0 : (1e6 * count) / tokens,
  }));
  if (by === 'text') return rows;
  const isNumber = [...sums.values()].some(({ number }) => number);
  return rows.sort((a, b) =>
    isNumber ? Number(a.value) - Number(b.value) || 0 : a.value < b.value ? -1 : a.value > b.value ? 1 : 0,
  );
}
