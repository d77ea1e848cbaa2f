import { previewTokens } from '../corpus/preview-tokens.ts';
import { listDocuments } from '../project/documents.ts';
import { lastCut } from './cutting-calls.ts';
import type { Session } from './session.ts';

/** A sentence cut into tokens as the corpus was: by its last settings and the language of its first document. */
export function tokensOf(session: Session, sentence: string): string[] {
  return cut(session, sentence).tokens.map(({ form }) => form);
}

/** A text cut into sentences of tokens in the same way; empty where no token is left. */
export function sentencesOf(session: Session, text: string): string[][] {
  const { tokens, sentenceStarts } = cut(session, text);
  return sentenceStarts.map((start, at) =>
    tokens.slice(start, sentenceStarts[at + 1] ?? tokens.length).map(({ form }) => form),
  );
}

function cut({ project, environment }: Session, text: string) {
  const { tokens, dictionary } = lastCut(project.db);
  const language = listDocuments(project.db, { limit: 1 })[0]?.language ?? 'und';
  return previewTokens(text, language, tokens, environment, dictionary);
}
