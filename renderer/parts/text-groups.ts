import type { DocumentRow } from '../../core/contract/corpus.ts';

/** Texts that belong together: those with one value in a field. */
export interface TextGroup {
  readonly field: string;
  readonly value: string;
  readonly documents: readonly number[];
}

/** A field with more values tells single texts apart, not groups. */
const mostValues = 60;

/** Groups by every field that makes at least two of them, in the order of their values. */
export function textGroups(
  documents: readonly Pick<DocumentRow, 'id' | 'metadata'>[],
  compare: (a: string, b: string) => number,
): readonly TextGroup[] {
  const fields = [...new Set(documents.flatMap(({ metadata }) => Object.keys(metadata)))];
  return fields.flatMap((field) => {
    const byValue = new Map<string, number[]>();
    for (const { id, metadata } of documents) {
      const value = metadata[field];
      if (value === undefined) continue;
      const ids = byValue.get(String(value)) ?? [];
      byValue.set(String(value), ids);
      ids.push(id);
    }
    const isGroup = byValue.size > 1 && byValue.size <= mostValues && byValue.size < documents.length;
    if (!isGroup) return [];
    return [...byValue]
      .sort(([a], [b]) => compare(a, b))
      .map(([value, ids]): TextGroup => ({ field, value, documents: ids }));
  });
}
