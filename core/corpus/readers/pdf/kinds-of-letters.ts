// Every letter of a page is asked for these, most of them letters of Europe: what those cannot be is told by their number.

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstOfHebrew = 0x590;

/** Holds a letter that is read from right to left. */
export const isRightward = (text: string): boolean =>
  (text.length > 1 || text.charCodeAt(0) >= firstOfHebrew) && rightToLeft.test(text);

/** Nothing of it is seen. */
export function isBlank({ text }: { readonly text: string }): boolean {
  const code = text.charCodeAt(0);
  return !(code > 0x20 && code < 0x80) && text.trim() === '';
}
