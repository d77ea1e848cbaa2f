import type { ReadBlock } from './reading.ts';

/** The upper half of code page 855, DOS Cyrillic (IBM, CDRA table 855). */
const upperHalf =
  'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\xadыЫзЗшШэЭщЩчЧ§■\xa0';

const characters = Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80]!,
);

/** Code page 855: Bulgarian, Serbian, Macedonian and Russian texts of DOS. Every byte is a character. */
export const readIbm855: ReadBlock = (bytes) => ({
  text: Array.from(bytes, (byte) => characters[byte]!).join(''),
  open: 0,
});
