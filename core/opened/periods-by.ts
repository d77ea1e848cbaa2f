import type { ChangeObstacle } from '../contract/change.ts';
import { AppError } from '../contract/errors.ts';
import { textsOf } from './corpus-texts.ts';
import { equalParts } from './equal-parts.ts';
import type { Opened } from './opened.ts';
import { valuesOfField } from './text-choices.ts';
import { listDocuments } from '../project/documents.ts';

export interface Period {
  /** Its first and last value, or the only one. */
  readonly name: string;
  readonly documents: readonly number[];
  readonly tokens: number;
}

/** More lines nobody reads, and every period has a row of its own for each word. */
const mostPeriods = 100;

interface AskedPeriods {
  readonly by: string;
  readonly cuts?: readonly string[] | undefined;
  readonly equal?: number | undefined;
}

/**
 * The texts by a field, in its order: divided where periods begin, into so many with about as many tokens, or by every value. Texts without a value, or with one that is neither before nor after a cut, are in none.
 * @throws AppError E_CHANGE_IMPOSSIBLE where there is no such field, no order to put its values together by, too many periods or one without texts
 */
export function periodsBy(opened: Opened, { by, cuts, equal }: AskedPeriods): readonly Period[] {
  const corpus = textsOf(opened);
  const field = corpus.fields.find(({ name }) => name === by);
  if (field === undefined) throw impossible('no-field', { field: by });
  const having = Map.groupBy(
    listDocuments(opened.project.db).filter(({ metadata }) => Object.hasOwn(metadata, by)),
    ({ metadata }) => String(metadata[by]),
  );
  const values = valuesOfField(opened, by).map(({ value, tokens }) => ({
    name: value,
    documents: having.get(value)!.map(({ id }) => id),
    tokens,
  }));
  const isDivided = cuts !== undefined && cuts.length > 0;
  if (!isDivided && equal !== undefined) {
    if (field.kind === 'text') throw impossible('no-order', { field: by });
    const some = values.filter(({ tokens }) => tokens > 0);
    const numbers = equalParts(
      some.map(({ tokens }) => tokens),
      equal,
    );
    return [...Map.groupBy(some.keys(), (at) => numbers[at]!).values()].map((places) =>
      together(places.map((at) => some[at]!)),
    );
  }
  if ((isDivided ? cuts.length + 1 : values.length) > mostPeriods)
    throw impossible('many-periods', { field: by, most: mostPeriods });
  if (!isDivided) return values;
  const upTo = (cut: string) => new Set(corpus.matching([{ field: by, to: cut }]).documents);
  const beginning = cuts.map((cut) => new Set(corpus.matching([{ field: by, from: cut }]).documents));
  return [upTo(cuts[0]!), ...beginning].map((reached, period) => {
    const next = beginning[period];
    // Texts with one value are on the same side of every cut.
    const inside = values.filter(
      ({ documents: [first] }) => reached.has(first!) && next?.has(first!) !== true,
    );
    if (inside.length === 0)
      throw impossible('empty-period', { cut: period === 0 ? `< ${cuts[0]!}` : cuts[period - 1]! });
    return together(inside);
  });
}

/** @param values that follow one another */
function together(values: readonly Period[]): Period {
  const [first, last] = [values[0]!.name, values[values.length - 1]!.name];
  return {
    name: first === last ? first : `${first}–${last}`,
    documents: values.flatMap(({ documents }) => documents).sort((a, b) => a - b),
    tokens: values.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

const impossible = (reason: ChangeObstacle, details: Readonly<Record<string, string | number>>) =>
  new AppError('E_CHANGE_IMPOSSIBLE', { reason, ...details });
