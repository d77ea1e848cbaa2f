import { AppError } from '../contract/errors.ts';
import { withoutMarks } from '../corpus/tokenize/normal-form.ts';
import { findType, type StoredType } from '../project/types.ts';
import { typesOf, type Opened } from './opened.ts';

/** A word as the corpus may write it: as typed first, then in Unicode’s composed form, in lower case, and without marks that may not count. */
export function spellings(word: string): readonly string[] {
  const composed = word.trim().normalize('NFC');
  const straight = composed.replaceAll('’', "'").toLowerCase();
  return [...new Set([word, composed, composed.toLowerCase(), straight, withoutMarks(straight)])];
}

/** The type that a person means by a word. @throws AppError E_NO_CORPUS, E_WORD_UNKNOWN */
export function knownType(opened: Opened, word: string): StoredType {
  const { db } = opened.project;
  for (const form of spellings(word)) {
    const type = findType(db, form);
    if (type !== null) return type;
  }
  if (typesOf(opened).forms.length === 0) throw new AppError('E_NO_CORPUS');
  throw new AppError('E_WORD_UNKNOWN', { word });
}
