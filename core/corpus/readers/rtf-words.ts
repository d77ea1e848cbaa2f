/** Windows' number of an encoding, and that of a font's character set (RTF 1.9.1). */
export const pageOfCharset: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
/** A font with an encoding of its own. */
export const symbolCharset = 2;

const byPage: Readonly<Record<number, string>> = {
  855: 'ibm855',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'johab',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};
export const encodingOfPage = (page: number): string =>
  byPage[page] ?? (page === 874 || (page >= 1250 && page <= 1258) ? `windows-${page}` : 'windows-1252');

/** Words that stand for characters. */
export const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  tab: '\t',
  line: '\n',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words at which a paragraph ends. */
export const paragraphEnds = setOf('par sect page column row cell nestcell nestrow');

/** Groups that hold something other than text, also where nothing before them says that they may be skipped. */
export const elsewhere = setOf(
  'colortbl stylesheet pict listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl filetbl revtbl xe rxe txe tc tcn bkmkstart bkmkend sn sv sp shprslt nonshppict nonesttables objdata objclass objname objalias objsect atnref atrfstart atrfend pntxta pntxtb ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private passwordhash',
);

/** Heads and feet of pages. */
export const pageHeads = setOf('header headerl headerr headerf footer footerl footerr footerf');

/** What the program numbered. */
export const listNumbers = setOf('listtext pntext');

export const comments = setOf('annotation atnid atnauthor atntime atndate atnicn atnparent');

/** What hangs in a page by itself, and has a text within. */
export const containers = setOf('shp shpinst do object shpgrp');
