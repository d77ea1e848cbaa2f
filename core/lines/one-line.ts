/** Characters of East Asia, between which the end of a line is no space. */
const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’…—]';
const lineEnds = new RegExp(`(?<=${wide})[ \\t]*(?:\\r\\n|[\\r\\n])(?=${wide})`, 'gu');

/** Behind a hyphen a word goes on, divided or not. */
const hyphenAtEnd = /(?<=\p{L}[-‐\u00ad])[ \t]*(?:\r\n|[\r\n])(?=\p{Ll})/gu;

/**
 * A stretch of a text in one line, whatever breaks the text has: with a space for each, and none within Chinese or Japanese or behind a
 * hyphen.
 */
export const oneLine = (text: string): string =>
  (/[\r\n]/.test(text) ? text.replace(lineEnds, '').replace(hyphenAtEnd, '') : text).replace(/\s+/gu, ' ');
