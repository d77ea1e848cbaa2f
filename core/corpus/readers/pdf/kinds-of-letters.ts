// Every letter of a page is asked for these, most of them letters of Europe: what those cannot be is told by their number.

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstOfHebrew = 0x590;
const firstBehindArabic = 0x900;
const firstPresentationForm = 0xfb1d;

/** Holds a letter that is read from right to left. */
export const isRightward = (text: string): boolean => mayBeRightward(text) && rightToLeft.test(text);

function mayBeRightward(text: string): boolean {
  if (text.length > 1) return true;
  const code = text.charCodeAt(0);
  return (code >= firstOfHebrew && code < firstBehindArabic) || code >= firstPresentationForm;
}

/** Nothing of it is seen. */
export function isBlank({ text }: { readonly text: string }): boolean {
  const code = text.charCodeAt(0);
  return !(code > 0x20 && code < 0x80) && text.trim() === '';
}
