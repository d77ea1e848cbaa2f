import type { FieldCondition, FieldKind, SubCorpus } from '../contract/corpus.ts';
import { fieldRows, fulfils } from '../corpus/fields.ts';
import type { ReadDb } from '../project/connection.ts';
import { listDocuments, type StoredDocument } from '../project/documents.ts';
import { readSetting, writeSetting } from '../project/settings.ts';
import type { Handlers } from './handlers.ts';

const kindsSetting = 'fieldKinds';
const subCorporaSetting = 'subCorpora';

const chosenKinds = (db: ReadDb) =>
  new Map((readSetting(db, kindsSetting) as readonly [string, FieldKind][] | undefined) ?? []);

/** Texts of the project, and which of them fulfil conditions. */
function textsOf(db: ReadDb) {
  const documents = listDocuments(db);
  const fields = fieldRows(documents, chosenKinds(db));
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  const summary = (found: readonly StoredDocument[]) => ({
    documents: found.map(({ id }) => id),
    tokens: found.reduce((sum, { tokens }) => sum + tokens, 0),
  });
  return {
    fields,
    matching: (conditions: readonly FieldCondition[]) =>
      summary(
        documents.filter(({ metadata }) =>
          fulfils(metadata, conditions, (field) => kinds.get(field) ?? 'text'),
        ),
      ),
  };
}

export const subCorpusCalls: Pick<
  Handlers<'corpus'>,
  'corpus.fields' | 'corpus.setFieldKind' | 'corpus.subCorpora' | 'corpus.setSubCorpora' | 'corpus.matching'
> = {
  'corpus.fields': ({ project: { db } }) => ({ fields: textsOf(db).fields }),
  'corpus.setFieldKind': ({ project: { db } }, { field, kind }) => {
    const kinds = chosenKinds(db);
    if (kind === null) kinds.delete(field);
    else kinds.set(field, kind);
    writeSetting(db, kindsSetting, [...kinds]);
    return null;
  },
  'corpus.subCorpora': ({ project: { db } }) => {
    const stored = (readSetting(db, subCorporaSetting) as readonly SubCorpus[] | undefined) ?? [];
    const { matching } = textsOf(db);
    return {
      subCorpora: stored.map(({ name, conditions }) => ({ name, conditions, ...matching(conditions) })),
    };
  },
  'corpus.setSubCorpora': ({ project: { db } }, { subCorpora }) => {
    // Of two with one name the later counts.
    writeSetting(db, subCorporaSetting, [...new Map(subCorpora.map((one) => [one.name, one])).values()]);
    return null;
  },
  'corpus.matching': ({ project: { db } }, { conditions }) => textsOf(db).matching(conditions),
};
