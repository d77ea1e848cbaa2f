import type { FieldRow } from '../../../core/contract/corpus.ts';

/** Fewer values are a period each. */
const fewValues = 12;
const periods = 4;

/** Where periods could begin: a numeric field in four equal parts; nothing where every value can be a period. */
export function suggestedCuts(field: FieldRow | undefined): string {
  if (field === undefined || field.values <= fewValues || field.range === undefined) return '';
  const [first, last] = field.range.map((end) => Number.parseInt(String(end), 10)) as [number, number];
  if (!Number.isFinite(first) || !Number.isFinite(last) || last - first < periods) return '';
  const cuts = Array.from({ length: periods - 1 }, (_, at) =>
    Math.round(first + ((at + 1) * (last + 1 - first)) / periods),
  );
  return cuts.join(' ');
}
