import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../core/corpus/encodings.ts';
import { encodingNamed, textDecoder } from '../../../core/corpus/text-decoder.ts';
import { encodeAs } from './encode-as.ts';

const texts: Readonly<Record<string, string>> = {
  fr: 'Il était une fois, à l’orée d’une forêt, un bûcheron très âgé dont la fenêtre donnait sur le château. « Ça suffit ! » s’écria-t-il.\n',
  de: 'Die Mühle stand über dem Fluss, und die Straße führte höher hinauf, bis man die Dächer der Häuser größer sah.\n',
  pl: 'Książę wyruszył w długą drogę, żeby odnaleźć źródło, o którym mówiła królowa. Śnieg padał całą noc, a ścieżka zniknęła.\n',
  cs: 'Příliš žluťoučký kůň úpěl ďábelské ódy. Když večer přišel domů, našel dveře otevřené a světlo zhasnuté.\n',
  hu: 'Az öreg erdőben egy őz élt, aki minden reggel a folyóhoz ment inni. Később hűvösebb lett az idő, és elköltözött.\n',
  tr: 'Küçük çocuk her sabah ağacın altında oturur, kuşların şarkısını dinlerdi. Işık yavaş yavaş dağların ardından gelirdi.\n',
  lt: 'Senelė kiekvieną rytą eidavo į mišką rinkti uogų, o vakarais sėdėdavo prie židinio ir pasakodavo mums gražiausius šeimos prisiminimus.\n',
  ru: 'Старик жил у самого моря и каждое утро выходил на берег посмотреть, не вернулись ли рыбаки. Ещё вчера здесь было тихо.\n',
  el: 'Ο γέρος ζούσε κοντά στη θάλασσα και κάθε πρωί κατέβαινε στην παραλία. Άλλοτε έβλεπε τα πλοία που γύριζαν από μακριά.\n',
  he: 'הזקן גר ליד הים וכל בוקר היה יורד אל החוף לראות אם חזרו הדייגים. אתמול היה כאן שקט מאוד.\n',
  ar: 'كان الشيخ يسكن بالقرب من البحر وكان ينزل كل صباح إلى الشاطئ لينظر هل عاد الصيادون. أمس كان المكان هادئا.\n',
  th: 'ชายชราอาศัยอยู่ใกล้ทะเล และทุกเช้าเขาจะลงไปที่ชายหาดเพื่อดูว่าชาวประมงกลับมาแล้วหรือยัง\n',
  'zh-Hans': '老人住在海边，每天早上他都到海滩上去看渔民有没有回来。昨天这里很安静，没有什么人说话。\n',
  'zh-Hant': '老人住在海邊，每天早上他都到海灘上去看漁民有沒有回來。昨天這裡很安靜，沒有什麼人說話。\n',
  ja: '老人は海のそばに住んでいて、毎朝浜辺へ行って漁師たちが帰ってきたかどうかを見ていた。昨日はとても静かだった。\n',
  ko: '노인은 바다 가까이에 살면서 아침마다 바닷가로 나가 어부들이 돌아왔는지 보았다. 어제는 이곳이 아주 조용하였다.\n',
};

const written: readonly (readonly [encoding: string, language: string])[] = [
  ['windows-1252', 'fr'],
  ['windows-1252', 'de'],
  ['macintosh', 'fr'],
  ['windows-1250', 'pl'],
  ['iso-8859-2', 'pl'],
  ['windows-1250', 'cs'],
  ['iso-8859-2', 'cs'],
  ['windows-1250', 'hu'],
  ['windows-1254', 'tr'],
  ['windows-1257', 'lt'],
  ['iso-8859-4', 'lt'],
  ['windows-1251', 'ru'],
  ['koi8-r', 'ru'],
  ['ibm866', 'ru'],
  ['ibm855', 'ru'],
  ['iso-8859-5', 'ru'],
  ['x-mac-cyrillic', 'ru'],
  ['windows-1253', 'el'],
  ['iso-8859-7', 'el'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar'],
  ['iso-8859-6', 'ar'],
  ['windows-874', 'th'],
  ['gb18030', 'zh-Hans'],
  ['big5', 'zh-Hant'],
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['euc-kr', 'ko'],
  ['johab', 'ko'],
];

describe('detectEncoding', () => {
  it.each(written)('reads %s (%s) back unchanged', (encoding, language) => {
    const text = texts[language]!.replaceAll(/[’«»“”]/g, "'").repeat(3);
    const bytes = encodeAs(text, encoding);
    expect(textDecoder(detectEncoding(bytes).encoding).decode(bytes)).toBe(text);
  });

  it.each(Object.keys(texts))('tells UTF-8 and UTF-16 with and without mark in %s', (language) => {
    const text = texts[language]!;
    const utf8 = Buffer.from(text);
    const utf16 = Buffer.from(text, 'utf16le');
    const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(detectEncoding(utf8)).toMatchObject({ encoding: 'utf-8', bomLength: 0 });
    expect(detectEncoding(Buffer.from(`\ufeff${text}`))).toEqual({
      encoding: 'utf-8',
      confidence: 1,
      bomLength: 3,
    });
    expect(detectEncoding(marked)).toEqual({ encoding: 'utf-16le', confidence: 1, bomLength: 2 });
    expect(detectEncoding(Buffer.from(marked).swap16())).toMatchObject({
      encoding: 'utf-16be',
      bomLength: 2,
    });
    const utf32 = new Uint8Array(Uint32Array.from(text, (character) => character.codePointAt(0)!).buffer);
    expect(detectEncoding(utf32)).toMatchObject({ encoding: 'utf-32le', bomLength: 0 });
    expect(detectEncoding(Buffer.from(utf32).swap32()).encoding).toBe('utf-32be');
    if (text.includes(' ')) {
      expect(detectEncoding(utf16).encoding).toBe('utf-16le');
      expect(detectEncoding(Buffer.from(utf16).swap16()).encoding).toBe('utf-16be');
    }
  });

  it('takes ASCII for UTF-8 and an accent at the very end for Windows', () => {
    expect(detectEncoding(Buffer.from('plain'))).toMatchObject({ encoding: 'utf-8', confidence: 1 });
    expect(detectEncoding(new Uint8Array(0)).encoding).toBe('utf-8');
    expect(detectEncoding(Buffer.from('Il fut aimé', 'latin1')).encoding).toBe('windows-1252');
  });

  it('keeps UTF-8 when a few bytes of a long text are damaged', () => {
    const bytes = Buffer.from(texts['fr']!.repeat(20));
    bytes[bytes.indexOf(0xc3, 800)] = 0xff;
    const found = detectEncoding(bytes);
    expect(found.encoding).toBe('utf-8');
    expect(found.confidence).toBeLessThan(1);
  });

  it('looks into the middle of a long text', () => {
    const ascii = Buffer.alloc(1_500_000, 'All of it is plain.\n');
    const russian = Buffer.concat(Array.from({ length: 6000 }, () => encodeAs(texts['ru']!, 'windows-1251')));
    expect(detectEncoding(Buffer.concat([ascii, russian, ascii])).encoding).toBe('windows-1251');
  });

  it('refuses what is no text', () => {
    const zeros = Buffer.alloc(3000);
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251);
    for (const bytes of [zeros, noise])
      expect(() => detectEncoding(bytes)).toThrow(expect.objectContaining({ code: 'E_FORMAT_BINARY' }));
  });

  it('is in doubt about bytes that make no text in any encoding', () => {
    const letters = Uint8Array.from({ length: 4000 }, (_, at) =>
      at % 7 === 0 ? 32 : 128 + ((at * 7919) % 127),
    );
    expect(detectEncoding(letters).confidence).toBeLessThan(0.3);
  });

  it('tells encodings of seven bits by how they switch their sets', () => {
    const hz = Buffer.from('~{J@=gHK~} 1 ~{H(P{QT~} 2 ~{A*:O~}\n');
    const korean = Buffer.from('\x1b$)C\x0e1>0!\x0f\n');
    expect(detectEncoding(hz).encoding).toBe('hz-gb-2312');
    expect(detectEncoding(korean).encoding).toBe('iso-2022-kr');
    expect(detectEncoding(Buffer.from('\x1b$B$3$l\x1b(B\n')).encoding).toBe('iso-2022-jp');
  });

  it('answers any bytes with an encoding or a known error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const { encoding, confidence, bomLength } = detectEncoding(bytes);
          expect(encodingNamed(encoding)).toBe(encoding);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(bomLength > 0).toBe(/^(?:efbbbf|fffe|feff)/.test(Buffer.from(bytes).toString('hex')));
        } catch (thrown) {
          expect((thrown as { code?: string }).code).toMatch(/^E_(?:FORMAT_BINARY|ENCODING_UNKNOWN)$/);
        }
      }),
    );
  });
});

describe('encodingNamed', () => {
  it('knows the labels of the web and no others', () => {
    expect(encodingNamed('Latin1')).toBe('windows-1252');
    expect(encodingNamed('gb2312')).toBe('gbk');
    expect(() => encodingNamed('klingon')).toThrow(
      expect.objectContaining({ code: 'E_ENCODING_UNKNOWN', details: { encoding: 'klingon' } }),
    );
  });
});
