import { countTypes, type TypeCounts } from '../lines/type-counts.ts';
import type { Session } from './session.ts';
import { wholeDocuments } from './whole-documents.ts';

interface CountedPart {
  readonly key: string;
  readonly counted: TypeCounts;
}

/** The part that was counted last: one part is asked for again and again, page by page or setting by setting. */
const lastPart = new WeakMap<object, CountedPart>();

/** Frequencies of every type in some documents alone. @param documents their ids */
export function countsOf(session: Session, documents: readonly number[]): TypeCounts {
  const types = session.types();
  const key = documents.join(' ');
  const known = lastPart.get(types);
  if (known?.key === key) return known.counted;
  const counted = countTypes(wholeDocuments(session.project.db, documents), types.forms.length);
  lastPart.set(types, { key, counted });
  return counted;
}
