import type { WordRow } from '../contract/words.ts';
import { deviationOfProportions } from '../lines/dispersion.ts';
import { corpusSummary } from '../project/documents.ts';
import type { TypeTable } from '../project/types.ts';
import { wholeDocuments } from '../project/whole-documents.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { countsOf } from './part-counts.ts';

export interface CountedWords {
  /** One row a type, in no particular order. */
  readonly rows: readonly WordRow[];
  readonly tokens: number;
}

const ofCorpus = kept<CountedWords>();

/** The part that was counted last: a list is asked for page by page. */
const ofPart = kept<CountedWords>();

/** Every word with its frequencies: of the corpus, or of some documents, counted in these alone. */
export function wordRows(opened: Opened, documents?: readonly number[]): CountedWords {
  const { db } = opened.project;
  if (documents !== undefined)
    return opened.remember(ofPart, documents.join(' '), () => {
      const counted = countsOf(opened, documents);
      return counting(opened, counted, new Set(documents).size, () => wholeDocuments(db, documents));
    });
  return opened.remember(ofCorpus, 'all', () => {
    const { documents: texts, tokens } = corpusSummary(db);
    return counting(opened, { ...typesOf(opened), tokens }, texts, () => wholeDocuments(db));
  });
}

function counting(
  opened: Opened,
  counted: Counted & { readonly tokens: number },
  texts: number,
  documents: () => Iterable<Uint32Array>,
): CountedWords {
  const { tokens, counts } = counted;
  // One text has no spread.
  const dispersion = texts < 2 ? null : deviationOfProportions(documents(), counts);
  return { rows: rowsFrom(typesOf(opened).forms, counted, tokens, dispersion), tokens };
}

type Counted = Pick<TypeTable, 'counts' | 'documents'>;

function rowsFrom(
  forms: readonly string[],
  { counts, documents }: Counted,
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
