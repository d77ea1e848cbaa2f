import { writeSetting } from '../project/settings.ts';
import {
  chosenKinds,
  kindsSetting,
  storedSubCorpora,
  subCorporaSetting,
  textsOf,
} from '../opened/corpus-texts.ts';
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
    writeSetting(db, kindsSetting, [...kinds]);
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
    writeSetting(db, subCorporaSetting, [...new Map(subCorpora.map((one) => [one.name, one])).values()]);
    return null;
  },
  'corpus.matching': (session, { conditions }) => textsOf(session).matching(conditions),
};
