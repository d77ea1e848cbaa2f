import { AppError } from '../contract/errors.ts';
import type { SortKey } from '../contract/query.ts';
import type { PlaceKey, TextKey } from '../lines/hit-order.ts';
import { listDocuments } from '../project/documents.ts';
import { corpusTokensOf, textAt } from './corpus-tokens.ts';
import { formRanksOf, ranksOf } from './form-ranks.ts';
import { inOrder } from './in-order.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { attributeMeant } from './token-attributes.ts';

/** What hits are ordered by. @throws AppError E_REQUEST_INVALID for a layer or a field that there is not */
export const sortKeysOf = (
  opened: Opened,
  starts: Uint32Array,
  sort: readonly SortKey[],
): readonly (PlaceKey | TextKey)[] =>
  sort.map((key) => {
    if (typeof key === 'number') return byLayer(opened, key, 'form');
    return 'field' in key ? byField(opened, starts, key.field) : byLayer(opened, key.place, key.layer);
  });

const valueRanks = kept<Uint32Array>({ most: 4 });

function byLayer(opened: Opened, place: number, layer: string): PlaceKey {
  if (layer === 'form') return { place, ids: corpusTokensOf(opened).ids, rankOf: formRanksOf(opened) };
  const { ids, values } = attributeMeant(opened, layer, 'sort');
  return { place, ids, rankOf: opened.remember(valueRanks, layer, () => ranksOf(opened, values)) };
}

/** Numbers by their size and before names, these as the language orders them; texts without the field come last. */
function byField(opened: Opened, starts: Uint32Array, field: string): TextKey {
  const corpus = corpusTokensOf(opened);
  const stored = new Map(listDocuments(opened.project.db).map(({ id, metadata }) => [id, metadata[field]]));
  const values = new Set([...stored.values()].filter((value) => value !== undefined));
  if (values.size === 0)
    throw new AppError('E_REQUEST_INVALID', { field: 'sort', reason: `no text has a field ${field}` });
  const numbers = [...values].filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const names = inOrder(
    opened,
    [...values].filter((value) => typeof value === 'string'),
  );
  const rankOf = new Map([...numbers, ...names].map((value, rank) => [value, rank]));
  const byText = corpus.documents.map((id) => {
    const value = stored.get(id);
    return value === undefined ? rankOf.size : rankOf.get(value)!;
  });
  return { ranks: starts.map((start) => byText[textAt(corpus, start)]!) };
}
