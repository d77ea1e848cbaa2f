import type { FieldRow, FieldValue } from '../../../core/contract/corpus.ts';
import type { App } from '../../state/app.svelte.ts';
import { mostCategories, typicalValues } from './colours.ts';

/** Words by the value of a field in whose texts they are commonest. */
export interface WordsOfField {
  readonly field: string;
  readonly names: readonly string[];
  /** Of each word the place of its value in `names`; −1 where none stands out. */
  readonly of: Int8Array;
}

/** Values of a field that are taken together. */
export interface Band {
  readonly name: string;
  readonly values: readonly string[];
  readonly tokens: number;
}

/** Periods, for fields that have an order. */
const mostBands = 6;
/** Words of a band that are looked at: rarer ones stand out nowhere. */
const mostWords = 50_000;

/** Values of an ordered field in a row, of about as many tokens each; of any other field the largest values alone. */
export function bandsOf(rows: readonly FieldValue[], ordered: boolean): readonly Band[] {
  const band = (some: readonly FieldValue[], name: string): Band => ({
    name,
    values: some.map(({ value }) => value),
    tokens: some.reduce((sum, { tokens }) => sum + tokens, 0),
  });
  if (!ordered || rows.length <= mostBands)
    return rows
      .toSorted((a, b) => (ordered ? inOrder(a, b) : b.tokens - a.tokens))
      .slice(0, mostCategories - 1)
      .map((row) => band([row], row.value));
  const sorted = rows.toSorted(inOrder);
  const total = sorted.reduce((sum, { tokens }) => sum + tokens, 0);
  const groups: FieldValue[][] = Array.from({ length: mostBands }, () => []);
  let before = 0;
  for (const row of sorted) {
    const at = Math.min(mostBands - 1, Math.floor((before * mostBands) / Math.max(1, total)));
    groups[at]!.push(row);
    before += row.tokens;
  }
  return groups
    .filter(({ length }) => length > 0)
    .map((group) => band(group, [...new Set([group[0]!.value, group.at(-1)?.value])].join(' – ')));
}

/** Numbers, and dates with the year before all else. */
const inOrder = ({ value: a }: FieldValue, { value: b }: FieldValue) =>
  Number.parseFloat(a) - Number.parseFloat(b) || (a < b ? -1 : 1);

export async function wordsOfField(
  { firth }: Pick<App, 'firth'>,
  field: string,
  fields: readonly FieldRow[],
  words: readonly string[],
  signal: AbortSignal,
): Promise<WordsOfField> {
  const { rows } = await firth.call('corpus.fieldValues', { field }, { signal });
  const kind = fields.find(({ name }) => name === field)?.kind;
  const bands = bandsOf(rows, kind === 'date' || kind === 'number');
  const placeOf = new Map(words.map((word, place) => [word, place]));
  const counts: Float64Array[] = [];
  for (const { values } of bands) {
    const texts = { conditions: [{ field, values: [...values] }] };
    const list = await firth.call('corpus.words', { texts, limit: mostWords }, { signal });
    const of = new Float64Array(words.length);
    for (const { word, count } of list.rows) {
      const place = placeOf.get(word);
      if (place !== undefined) of[place] = count;
    }
    counts.push(of);
  }
  return {
    field,
    names: bands.map(({ name }) => name),
    of: typicalValues(
      counts,
      bands.map(({ tokens }) => tokens),
      words.length,
    ),
  };
}
