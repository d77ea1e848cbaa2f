import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../core/corpus/decode.ts';
import { encodingNamed, textDecoder } from '../../../core/corpus/text-decoder.ts';
import { encodeAs } from './encode-as.ts';

const read = (encoding: string, hex: string) => textDecoder(encoding).decode(Buffer.from(hex, 'hex'));

/** As a file is read: in pieces. */
function readIn(bytes: Uint8Array, encoding: string, length: number) {
  const decoder = createDecoder(encoding, 0);
  let text = '';
  for (let at = 0; at < bytes.length; at += length) text += decoder.write(bytes.subarray(at, at + length));
  return { text: text + decoder.end(), replaced: decoder.replaced, count: decoder.replacedCount };
}

// Bytes as Python's codecs of these names write them.
describe('textDecoder', () => {
  it('reads Johab: syllables that EUC-KR lacks, single letters, Chinese characters', () => {
    const hex =
      '91a1b7a5b76520a46194612088618c61b7a1b54120ac69a165ace1' +
      '20a5a1b47694612e20a6ca2099b1a4778862d0612088418461844420f7d3f1ae';
    expect(read('johab', hex)).toBe('노인은 바다 가까이에 살면서 보았다. 뷁 똠방각하 ㄱㅏㄳ 漢字');
  });

  it('reads all syllables of Johab, and no two of them alike', () => {
    const syllables = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at)).join('');
    const bytes = encodeAs(syllables, 'johab');
    expect(bytes).toHaveLength(2 * 11_172);
    expect(textDecoder('johab').decode(bytes)).toBe(syllables);
  });

  it('reads code page 855', () => {
    expect(read('ibm855', 'e4e5a0e1b7c620e9b7d020e720e3a0d2d6acd620d2d6e1de3a2084d0c6a020ef20352e')).toBe(
      'Старик жил у самого моря: ёлка № 5.',
    );
  });

  it('reads HZ and ISO-2022-KR, which switch their sets', () => {
    const hz = Buffer.from('~{::WV~}~~test~~~{VPND~}\nab~{VP~}', 'latin1');
    expect(textDecoder('hz-gb-2312').decode(hz)).toBe('汉字~test~中文\nab中');
    const korean = Buffer.from('\x1b$)C\x0eGQ19\x0f ab\n\x0e4Y\x0f', 'latin1');
    expect(textDecoder('iso-2022-kr').decode(korean)).toBe('한국 ab\n다');
  });

  it('reads UTF-32 in either order and replaces what is no character', () => {
    expect(read('utf-32le', '41000000000001000000110000d80000')).toBe('A\u{10000}\ufffd\ufffd');
    expect(read('utf-32be', '000000410001f600')).toBe('A😀');
  });

  it.each([
    ['johab', Buffer.from('d065d0', 'hex'), '한\ufffd'],
    ['johab', Buffer.from('d0200a', 'hex'), '\ufffd \n'],
    ['johab', Buffer.from('ffd065', 'hex'), '\ufffd한'],
    ['utf-32le', Buffer.from('4100000042', 'hex'), 'A\ufffd'],
    ['hz-gb-2312', Buffer.from('~{VP~}~{V', 'latin1'), '中\ufffd'],
    ['iso-2022-kr', Buffer.from('\x0e4Y\xff\x0f', 'latin1'), '다\ufffd'],
  ])('says what does not fit %s', (encoding, bytes, text) => {
    expect(textDecoder(encoding).decode(bytes)).toBe(text);
    for (const length of [1, 2, 3, 100])
      expect(readIn(bytes, encoding, length)).toMatchObject({ text, count: 1, replaced: [{ line: 1 }] });
  });

  it('names the byte that does not fit, however far into a text of switched sets', () => {
    const line = '\x0e4Y4Y4Y4Y\x0f and some more of it\n';
    const bytes = Buffer.from(`${line.repeat(40)}\x0e4Y\xff4Y\x0f\n${line.repeat(40)}`, 'latin1');
    const { replaced, count } = readIn(bytes, 'iso-2022-kr', 70);
    expect(count).toBe(1);
    expect(replaced).toEqual([{ line: 41, byteOffset: 40 * line.length + 3, byte: 0xff }]);
  });

  it('reads the same however the bytes are cut', () => {
    const syllables = fc.string({
      unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(syllables), fc.integer({ min: 1, max: 50 }), (words, length) => {
        const text = words.join(' \n');
        expect(readIn(encodeAs(text, 'johab'), 'johab', length)).toMatchObject({ text, count: 0 });
        const utf32 = Buffer.from(Uint32Array.from(text, (one) => one.codePointAt(0)!).buffer);
        expect(readIn(utf32, 'utf-32le', length)).toMatchObject({ text, count: 0 });
      }),
    );
  });

  it('answers any bytes in every encoding', () => {
    const encodings = ['ibm855', 'johab', 'iso-2022-kr', 'hz-gb-2312', 'utf-32le', 'utf-32be'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (bytes, length) => {
        for (const encoding of encodings) {
          const whole = textDecoder(encoding).decode(bytes);
          expect(whole.isWellFormed()).toBe(true);
          const { text, count, replaced } = readIn(bytes, encoding, length);
          expect(text).toBe(whole);
          expect(count).toBe(Array.from(whole).filter((one) => one === '\ufffd').length);
          expect(replaced).toHaveLength(Math.min(20, count));
        }
      }),
    );
  });
});

describe('encodingNamed', () => {
  it('knows the names of the WHATWG and of what Firth adds', () => {
    expect(['Latin1', 'CP855', 'UTF-32', 'HZ', 'csISO2022KR', 'cp1361'].map(encodingNamed)).toEqual([
      'windows-1252',
      'ibm855',
      'utf-32le',
      'hz-gb-2312',
      'iso-2022-kr',
      'johab',
    ]);
    expect(() => encodingNamed('ebcdic')).toThrow(expect.objectContaining({ code: 'E_ENCODING_UNKNOWN' }));
  });
});
