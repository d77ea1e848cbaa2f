import { AppError } from '../contract/errors.ts';
import type { TextStrip } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { listDocuments } from '../project/documents.ts';
import type { Hits } from '../query/hits.ts';
import { chosenTexts } from './chosen-texts.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { inOrder } from './in-order.ts';
import type { Opened } from './opened.ts';

/**
 * Where in each of the chosen texts hits stand, in the order of the texts: every text is cut into equal stretches, and the hits that begin
 * in each are counted.
 * @param stretches of a text; one that has fewer tokens leaves some empty
 */
export function stripsOf(opened: Opened, texts: TextsRef, { starts }: Hits, stretches: number): TextStrip[] {
  const corpus = corpusTokensOf(opened);
  const { has } = chosenTexts(opened, texts);
  const names = new Map(listDocuments(opened.project.db).map(({ id, name }) => [id, name]));
  let hit = 0;
  return corpus.documents.flatMap((document, at) => {
    const [from, to] = [corpus.starts[at]!, corpus.starts[at + 1]!];
    const counts = new Array<number>(stretches).fill(0);
    for (; hit < starts.length && starts[hit]! < to; hit++)
      counts[Math.floor(((starts[hit]! - from) * stretches) / (to - from))]! += 1;
    return has(document) ? [{ document, name: names.get(document) ?? '', tokens: to - from, counts }] : [];
  });
}

const hitsIn = ({ counts }: TextStrip) => counts.reduce((sum, count) => sum + count, 0);

/**
 * Texts in the order that is asked for: `hits`, `text` as they stand, or by a field, numbers by their size, names as the language orders
 * them, those without a value last. What is alike stays as it stands.
 * @throws AppError E_REQUEST_INVALID where no text has the field
 */
export function orderedStrips(
  opened: Opened,
  strips: readonly TextStrip[],
  order: string,
): readonly TextStrip[] {
  if (order === 'text') return strips;
  if (order === 'hits') {
    const sums = new Map(strips.map((strip) => [strip, hitsIn(strip)]));
    return strips.toSorted((a, b) => sums.get(b)! - sums.get(a)!);
  }
  const stored = new Map(listDocuments(opened.project.db).map(({ id, metadata }) => [id, metadata[order]]));
  if ([...stored.values()].every((value) => value === undefined))
    throw new AppError('E_REQUEST_INVALID', { field: 'order', reason: `no text has a field ${order}` });
  const values = new Set([...stored.values()].map((value) => (value === undefined ? '' : String(value))));
  const rankOf = new Map(inOrder(opened, [...values]).map((value, rank) => [value, rank]));
  const rank = ({ value = '' }: TextStrip) => (value === '' ? Infinity : rankOf.get(value)!);
  return strips
    .map((strip) => ({ ...strip, value: String(stored.get(strip.document) ?? '') }))
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
