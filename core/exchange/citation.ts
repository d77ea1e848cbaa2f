const title = 'Firth: word vectors from your own texts';

/** Firth itself, for BibTeX and BibLaTeX. */
export const bibTeX = (version: string): string =>
  [
    '@software{firth,',
    `  title   = {{${title}}},`,
    '  author  = {{Firth developers}},',
    `  version = {${version}},`,
    '}',
    '',
  ].join('\n');

/** The same as CSL-JSON, which Zotero, Pandoc and others read. */
export const cslJson = (version: string): string =>
  `${JSON.stringify([{ id: 'firth', type: 'software', title, author: [{ literal: 'Firth developers' }], version }], null, 2)}\n`;
