import { countTypes, type TypeCounts } from '../lines/type-counts.ts';
import { wholeDocuments } from '../project/whole-documents.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

/** The part that was counted last: one part is asked for again and again, page by page or setting by setting. */
const lastPart = kept<TypeCounts>();

/** Frequencies of every type in some documents alone. @param documents their ids */
export const countsOf = (opened: Opened, documents: readonly number[]): TypeCounts =>
  opened.remember(lastPart, documents.join(' '), () =>
    countTypes(wholeDocuments(opened.project.db, documents), typesOf(opened).forms.length),
  );
