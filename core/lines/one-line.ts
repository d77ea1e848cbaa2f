/** Characters of East Asia, between which the end of a line is no space. */
const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’…—]';
const lineEnds = new RegExp(`(?<=${wide})[ \\t]*(?:\\r\\n|[\\r\\n])(?=${wide})`, 'gu');

/** A stretch of a text in one line, whatever breaks the text has: with a space for each, and none within Chinese or Japanese. */
export const oneLine = (text: string): string =>
  (/[\r\n]/.test(text) ? text.replace(lineEnds, '') : text).replace(/\s+/gu, ' ');
