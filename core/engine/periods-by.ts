import type { ChangeObstacle } from '../contract/change.ts';
import { AppError } from '../contract/errors.ts';
import { textsOf } from '../opened/corpus-texts.ts';
import type { Opened } from '../opened/opened.ts';
import { valuesOfField } from '../opened/text-choices.ts';

export interface Period {
  /** Its first and last value, or the only one. */
  readonly name: string;
  readonly documents: readonly number[];
  readonly tokens: number;
}

/** More lines nobody reads, and every period has a row of its own for each word. */
const mostPeriods = 100;

/**
 * The texts by a field, in its order: divided where periods begin, or by every value. Texts without a value, or with one that is neither before nor after a cut, are in none.
 * @throws AppError E_CHANGE_IMPOSSIBLE where there is no such field, too many periods or one without texts
 */
export function periodsBy(
  opened: Opened,
  by: string,
  cuts: readonly string[] | undefined,
): readonly Period[] {
  const corpus = textsOf(opened);
  if (!corpus.fields.some(({ name }) => name === by)) throw impossible('no-field', { field: by });
  const values = valuesOfField(opened, by).map(({ value }) => value);
  const documentsOf = (value: string) => corpus.matching([{ field: by, values: [value] }]);
  if (cuts === undefined || cuts.length === 0) {
    if (values.length > mostPeriods) throw impossible('many-periods', { field: by, most: mostPeriods });
    return values.map((value) => ({ name: value, ...documentsOf(value) }));
  }
  if (cuts.length >= mostPeriods) throw impossible('many-periods', { field: by, most: mostPeriods });
  const beginning = cuts.map((cut) => new Set(corpus.matching([{ field: by, from: cut }]).documents));
  const before = corpus.matching([{ field: by, to: cuts[0]! }]).documents;
  const tokensOf = new Map(
    values.map((value) => {
      const { documents, tokens } = documentsOf(value);
      return [value, { documents: new Set(documents), tokens }] as const;
    }),
  );
  return [before, ...beginning].map((documents, period) => {
    const next = beginning[period];
    const own = new Set([...documents].filter((document) => next?.has(document) !== true));
    const inside = [...tokensOf].filter(([, of]) => [...of.documents].some((document) => own.has(document)));
    if (inside.length === 0)
      throw impossible('empty-period', { cut: period === 0 ? `< ${cuts[0]!}` : cuts[period - 1]! });
    const [first, last] = [inside[0]![0], inside[inside.length - 1]![0]];
    return {
      name: first === last ? first : `${first}–${last}`,
      documents: [...own],
      tokens: inside.reduce((sum, [, { tokens }]) => sum + tokens, 0),
    };
  });
}

const impossible = (reason: ChangeObstacle, details: Readonly<Record<string, string | number>>) =>
  new AppError('E_CHANGE_IMPOSSIBLE', { reason, ...details });
