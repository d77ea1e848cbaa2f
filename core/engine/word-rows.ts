import type { WordRow } from '../contract/corpus.ts';
import { deviationOfProportions } from '../lines/dispersion.ts';
import { corpusSummary } from '../project/documents.ts';
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
  const rows: WordRow[] = [];
  for (let id = 0; id < types.forms.length; id += 1) {
    const count = types.counts[id]!;
    if (count === 0) continue;
    rows.push({
      word: types.forms[id]!,
      count,
      perMillion: (count * 1e6) / tokens,
      documents: types.documents[id]!,
      dispersion: dispersion?.[id] ?? null,
    });
  }
  rowsOf.set(types, rows);
  return [...rows];
}
