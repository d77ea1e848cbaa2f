import { previewTokens } from '../corpus/preview-tokens.ts';
import { listDocuments } from '../project/documents.ts';
import { lastCut } from './cutting-calls.ts';
import type { Session } from './session.ts';

/** A sentence cut into tokens as the corpus was: by its last settings and the language of its first document. */
export function tokensOf({ project, environment }: Session, sentence: string): string[] {
  const { tokens, dictionary } = lastCut(project.db);
  const language = listDocuments(project.db, { limit: 1 })[0]?.language ?? 'und';
  return previewTokens(sentence, language, tokens, environment, dictionary).tokens.map(({ form }) => form);
}
