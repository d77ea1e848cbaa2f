import type { FieldCondition, FieldKind, FieldRow, SubCorpus } from '../contract/corpus.ts';
import { fieldRows, fulfils, valuesMeant } from '../corpus/fields.ts';
import type { ReadDb } from '../project/connection.ts';
import { listDocuments } from '../project/documents.ts';
import { readProjectSetting } from '../project/project-settings.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** What a person decided on the kinds of fields. */
export const chosenKinds = (db: ReadDb): Map<string, FieldKind> =>
  new Map(readProjectSetting(db, 'fieldKinds') ?? []);

/** Sub-corpora that a person gave names to. */
export const storedSubCorpora = (db: ReadDb): readonly SubCorpus[] =>
  readProjectSetting(db, 'subCorpora') ?? [];

/** Texts of the project by what is known of them. */
export interface CorpusTexts {
  readonly fields: readonly FieldRow[];
  /** Ids of the texts that fulfil every condition, in the order of the corpus, and what they hold together. */
  matching(conditions: readonly FieldCondition[]): {
    readonly documents: readonly number[];
    readonly tokens: number;
  };
}

const corpusTexts = kept<CorpusTexts>();

/** Every text by its fields. */
export const textsOf = (opened: Opened): CorpusTexts =>
  opened.remember(corpusTexts, 'all', () => readCorpusTexts(opened.project.db));

function readCorpusTexts(db: ReadDb): CorpusTexts {
  const documents = listDocuments(db);
  const fields = fieldRows(documents, chosenKinds(db));
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const values = new Map<string, ReadonlySet<string>>();
  const valuesOf = (field: string) => {
    const known =
      values.get(field) ??
      new Set(
        documents.flatMap(({ metadata }) =>
          Object.hasOwn(metadata, field) ? [String(metadata[field])] : [],
        ),
      );
    values.set(field, known);
    return known;
  };
  return {
    fields,
    matching(asked) {
      const conditions = asked.map((one) =>
        one.values === undefined
          ? one
          : { ...one, values: one.values.flatMap((value) => valuesMeant(value, valuesOf(one.field))) },
      );
      const found = documents.filter(({ metadata }) =>
        fulfils(metadata, conditions, (field) => kinds.get(field) ?? 'text'),
      );
      return {
        documents: found.map(({ id }) => id),
        tokens: found.reduce((sum, { tokens }) => sum + tokens, 0),
      };
    },
  };
}
