import { writeProjectSetting } from '../project/project-settings.ts';
import { chosenKinds, storedSubCorpora, textsOf } from '../opened/corpus-texts.ts';
import type { Handlers } from './handlers.ts';

export const subCorpusCalls: Pick<
  Handlers<'corpus'>,
  'corpus.fields' | 'corpus.setFieldKind' | 'corpus.subCorpora' | 'corpus.setSubCorpora' | 'corpus.matching'
> = {
  'corpus.fields': (session) => ({ fields: textsOf(session).fields }),
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
        ...texts.matching(conditions),
      })),
    };
  },
  'corpus.setSubCorpora': ({ project: { db } }, { subCorpora }) => {
    // Of two with one name the later counts.
    writeProjectSetting(db, 'subCorpora', [...new Map(subCorpora.map((one) => [one.name, one])).values()]);
    return null;
  },
  'corpus.matching': (session, { conditions }) => textsOf(session).matching(conditions),
};
