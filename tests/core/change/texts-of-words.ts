import { studyTexts, type StudyTexts } from '../../../core/studies/study-texts.ts';

/** Texts of these words, all of them known. */
export function textsOfWords(documents: readonly (readonly string[])[]): StudyTexts {
  const words = [...new Set(documents.flat())].sort();
  const rowOf = new Map(words.map((word, row) => [word, row]));
  return studyTexts(
    words,
    documents.map((document) => ({
      ids: Uint32Array.from(document, (word) => rowOf.get(word)!),
      lastOfDocument: true,
    })),
    Int32Array.from(words, (_, row) => row),
  );
}
