import { languageName as nameOfTag } from '../../../core/contract/language-name.ts';

/** Languages that a person can choose, by BCP 47 tag. */
export const languageTags: readonly string[] = (
  'en zh zh-Hant lzh ja ko de fr es it pt nl ca ro pl cs sk hu ru uk bg sr hr el grc tr ar fa ur he hi bn ta te mr th vi ' +
  'id ms sv da nb fi et lv lt la und'
).split(' ');

/** Names that the window has no data for, in English and in Chinese. */
const further: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  lzh: ['Classical Chinese', '文言文'],
  grc: ['Ancient Greek', '古希腊语'],
  bo: ['Tibetan', '藏语'],
  gan: ['Gan Chinese', '赣语'],
  hak: ['Hakka Chinese', '客家话'],
  nan: ['Southern Min', '闽南语'],
  wuu: ['Wu Chinese', '吴语'],
};

/** The name of a language in the reader's own: “German”, “德语”. */
export function languageName(tag: string, reader: string): string {
  if (tag === 'und') return '–';
  const own = Object.hasOwn(further, tag) ? further[tag] : undefined;
  if (own !== undefined) return own[reader.startsWith('zh') ? 1 : 0];
  return nameOfTag(tag, reader);
}
