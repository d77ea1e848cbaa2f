/** Encodings that a person can choose, as the core names them; automatic detection knows these too. */
export const encodings: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'gb18030',
  'hz-gb-2312',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'johab',
  'iso-2022-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm855',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
];

/** Languages that a person can choose, by BCP 47 tag. */
export const languageTags: readonly string[] = (
  'en zh zh-Hant ja ko de fr es it pt nl ca ro pl cs sk hu ru uk bg sr hr el tr ar fa ur he hi bn ta te mr th vi ' +
  'id ms sv da nb fi et lv lt la und'
).split(' ');

/** The name of a language in the reader's own: “German”, “德语”. */
export function languageName(tag: string, reader: string): string {
  if (tag === 'und') return '–';
  return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
