/** Whether a text is written from right to left, by its first letter. */
export function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}

/** A word that is put into a sentence of another direction: neither turns the other round. */
export function isolated(word: string): string {
  return `\u2068${word}\u2069`;
}
