import type { WordRow } from '../contract/corpus.ts';
import { deviationOfProportions } from '../lines/dispersion.ts';
import { corpusSummary } from '../project/documents.ts';
import { countsOf } from './part-counts.ts';
import type { Session } from './session.ts';
import { wholeDocuments } from './whole-documents.ts';

/** One row a type, computed once for each state of the corpus. */
const rowsOf = new WeakMap<object, WordRow[]>();

/** Every word of the corpus with its frequencies, in no particular order. */
export function wordRows(session: Session): WordRow[] {
  const types = session.types();
  const known = rowsOf.get(types);
  if (known !== undefined) return [...known];
  const { documents, tokens } = corpusSummary(session.project.db);
  const dispersion =
    documents < 2 ? null : deviationOfProportions(wholeDocuments(session.project.db), types.counts);
  const rows = rowsFrom(types.forms, types, tokens, dispersion);
  rowsOf.set(types, rows);
  return [...rows];
}

interface CountedPart {
  readonly key: string;
  readonly rows: WordRow[];
  readonly tokens: number;
}

/** The part that was counted last: a list is asked for page by page. */
const partOf = new WeakMap<object, CountedPart>();

/** Every word of some documents, counted in these alone. */
export function wordRowsOf(
  session: Session,
  documents: readonly number[],
): { readonly rows: readonly WordRow[]; readonly tokens: number } {
  const types = session.types();
  const key = documents.join(' ');
  const known = partOf.get(types);
  if (known?.key === key) return known;
  const counted = countsOf(session, documents);
  const dispersion =
    new Set(documents).size < 2
      ? null
      : deviationOfProportions(wholeDocuments(session.project.db, documents), counted.counts);
  const found = {
    key,
    rows: rowsFrom(types.forms, counted, counted.tokens, dispersion),
    tokens: counted.tokens,
  };
  partOf.set(types, found);
  return found;
}

function rowsFrom(
  forms: readonly string[],
  { counts, documents }: { readonly counts: Uint32Array; readonly documents: Uint32Array },
  tokens: number,
  dispersion: Float64Array | null,
): WordRow[] {
  return forms.flatMap((word, id) => {
    const count = counts[id]!;
    if (count === 0) return [];
    const perMillion = (count * 1e6) / tokens;
    return [{ word, count, perMillion, documents: documents[id]!, dispersion: dispersion?.[id] ?? null }];
  });
}
