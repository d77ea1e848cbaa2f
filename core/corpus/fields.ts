import type { FieldCondition, FieldKind, FieldRow } from '../contract/corpus.ts';
import type { Metadata } from './metadata.ts';
import { caseFolded, lowerCaseOf, oneSpelling } from './tokenize/orthography.ts';

type Value = string | number;

/** Names under which a bare year is a date. */
const dated =
  /^(?:date|year|when|created|published|datum|jahr|année|annee|an|anno|año|fecha|data|rok|дата|год|日期|年份|年|时间|時間)$/iu;

/** What values are by themselves: numbers, dates (ISO 8601, also a year or a month alone, or two years), or text. */
export function kindOfValues(name: string, values: readonly Value[]): FieldKind {
  if (values.length === 0) return 'text';
  const isDated = dated.test(name) || values.some((value) => /^\d{4}-\d{1,2}(?!\d)/u.test(String(value)));
  if (isDated && values.every((value) => spanOf(value) !== null)) return 'date';
  return values.every((value) => numberOf(value) !== null) ? 'number' : 'text';
}

function numberOf(value: Value): number | null {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : null;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The days of a date, numbered so that later ones are larger; a year alone is all of its days, and two are all between them. */
function spanOf(value: Value): Span | null {
  const years = /^\s*(\d{4})\s*[-–/]\s*(\d{4})\s*$/u.exec(String(value));
  if (years !== null) {
    const [first, last] = [spanOf(years[1]!)!.first, spanOf(years[2]!)!.last];
    return first <= last ? { first, last } : null;
  }
  const found = /^\s*(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?\s*$/u.exec(String(value));
  if (found === null) return null;
  const [, year, month, day] = found;
  if (Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return null;
  const at = (m: number, d: number) => (Number(year) * 12 + m - 1) * 31 + d - 1;
  return {
    first: at(Number(month ?? 1), Number(day ?? 1)),
    last: at(Number(month ?? 12), Number(day ?? 31)),
  };
}

/** Whether a value has a place in the order of its kind, and which. */
function spanIn(kind: FieldKind, value: Value): Span | null {
  if (kind === 'date') return spanOf(value);
  const number = numberOf(value);
  return number === null ? null : { first: number, last: number };
}

/**
 * The fields of texts, in order of their first appearance.
 * @param chosen kinds that a person decided on
 */
export function fieldRows(
  documents: readonly { readonly metadata: Metadata }[],
  chosen: ReadonlyMap<string, FieldKind>,
): FieldRow[] {
  const values = new Map<string, Value[]>();
  for (const { metadata } of documents)
    for (const [name, value] of Object.entries(metadata)) {
      const known = values.get(name);
      if (known === undefined) values.set(name, [value]);
      else known.push(value);
    }
  return [...values].map(([name, all]) => {
    const kind = chosen.get(name) ?? kindOfValues(name, all);
    const placed =
      kind === 'text'
        ? []
        : all
            .map((value) => ({ value, span: spanIn(kind, value) }))
            .filter((one): one is { value: Value; span: Span } => one.span !== null)
            .sort((a, b) => a.span.first - b.span.first);
    const [least] = placed;
    const [most] = placed.slice(-1);
    return {
      name,
      kind,
      isChosen: chosen.has(name),
      documents: all.length,
      values: new Set(all.map(String)).size,
      unfit: kind === 'text' ? 0 : all.length - placed.length,
      ...(least === undefined || most === undefined ? {} : { range: [least.value, most.value] as const }),
    };
  });
}

const turkish = lowerCaseOf('tr');

/**
 * The values of a field that a person means by one: itself, in whatever orthography it is written, or where there is no such value those that
 * differ by case alone.
 */
export function valuesMeant(wanted: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(wanted)) return [wanted];
  const alike = (of: (text: string) => string) => {
    const meant = of(wanted.trim());
    return [...known].filter((value) => of(value.trim()) === meant);
  };
  const written = alike(oneSpelling);
  if (written.length > 0) return written;
  const folded = alike(caseFolded);
  return folded.length > 0 ? folded : alike((text) => turkish(oneSpelling(text)));
}

/**
 * Whether a text fulfils every condition. A range takes numbers, and dates of which no day lies outside; what is neither, and what has no
 * value, it does not take.
 */
export function fulfils(
  metadata: Metadata,
  conditions: readonly FieldCondition[],
  kindOf: (field: string) => FieldKind,
): boolean {
  return conditions.every(({ field, values, from, to }) => {
    const value = Object.hasOwn(metadata, field) ? metadata[field] : undefined;
    if (value === undefined) return false;
    if (values !== undefined && !values.includes(String(value))) return false;
    if (from === undefined && to === undefined) return true;
    const kind = kindOf(field);
    const [span, begins, ends] = [value, from, to].map((one) =>
      one === undefined ? null : spanIn(kind, one),
    );
    if (span === null || span === undefined) return false;
    if (from !== undefined && (begins == null || span.first < begins.first)) return false;
    return to === undefined || (ends != null && span.last <= ends.last);
  });
}
