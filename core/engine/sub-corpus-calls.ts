import { listLayers } from '../project/layers.ts';
import { listRegions } from '../project/regions.ts';
import { writeProjectSetting } from '../project/project-settings.ts';
import type { TextSums } from '../contract/corpus.ts';
import { chosenKinds, storedSubCorpora, textsOf, type CorpusTexts } from '../opened/corpus-texts.ts';
import { choiceOf, textChoices, valuesOfField } from '../opened/text-choices.ts';
import type { Handlers } from './handlers.ts';

export const subCorpusCalls: Pick<
  Handlers<'corpus'>,
  | 'corpus.fields'
  | 'corpus.layers'
  | 'corpus.setFieldKind'
  | 'corpus.subCorpora'
  | 'corpus.setSubCorpora'
  | 'corpus.matching'
  | 'corpus.textChoices'
  | 'corpus.fieldValues'
> = {
  'corpus.fields': (session) => ({ fields: textsOf(session).fields }),
  'corpus.layers': ({ project: { db } }) => ({
    layers: listLayers(db).map(({ name, kind, region, documents, covered, values }) => ({
      name,
      kind,
      region,
      documents,
      covered,
      values,
    })),
    regions: listRegions(db),
  }),
  'corpus.setFieldKind': ({ project: { db } }, { field, kind }) => {
    const kinds = chosenKinds(db);
    if (kind === null) kinds.delete(field);
    else kinds.set(field, kind);
    writeProjectSetting(db, 'fieldKinds', [...kinds]);
    return null;
  },
  'corpus.subCorpora': (session) => {
    const texts = textsOf(session);
    return {
      subCorpora: storedSubCorpora(session.project.db).map(({ name, conditions }) => ({
        name,
        conditions,
        ...sums(texts.matching(conditions)),
      })),
    };
  },
  'corpus.setSubCorpora': ({ project: { db } }, { subCorpora }) => {
    // Of two with one name the later counts.
    writeProjectSetting(db, 'subCorpora', [...new Map(subCorpora.map((one) => [one.name, one])).values()]);
    return null;
  },
  'corpus.matching': (session, { conditions }) => sums(textsOf(session).matching(conditions)),
  'corpus.textChoices': (session, { query, chosen, limit }) => ({
    ...textChoices(session, query, limit),
    chosen: choiceOf(session, chosen),
  }),
  'corpus.fieldValues': (session, { field, offset, limit }) => {
    const values = valuesOfField(session, field);
    return { total: values.length, rows: values.slice(offset, offset + limit) };
  },
};

const sums = ({ documents, tokens }: ReturnType<CorpusTexts['matching']>): TextSums => ({
  documents: documents.length,
  tokens,
});
