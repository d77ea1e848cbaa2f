import { defaultTokenSettings, type TokenSettings } from '../contract/corpus.ts';
import { previewTokens } from '../corpus/preview-tokens.ts';
import { listDocuments, listImports } from '../project/documents.ts';
import type { Session } from './session.ts';

/** A sentence cut into tokens as the corpus was: by the settings of the last import and the language of its first document. */
export function tokensOf({ project, environment }: Session, sentence: string): string[] {
  const settings = (listImports(project.db).at(-1)?.settings as { tokens?: TokenSettings } | undefined)
    ?.tokens;
  const language = listDocuments(project.db, { limit: 1 })[0]?.language ?? 'und';
  return previewTokens(sentence, language, settings ?? defaultTokenSettings, environment).tokens.map(
    ({ form }) => form,
  );
}
