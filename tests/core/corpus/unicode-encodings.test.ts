import { describe, expect, it } from 'vitest';
import { byMark, byUtf8, byZeros } from '../../../core/corpus/unicode-encodings.ts';

describe('byMark', () => {
  it('knows the marks of UTF-8, UTF-16 and UTF-32', () => {
    expect(byMark(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toEqual({
      encoding: 'utf-16be',
      confidence: 1,
      bomLength: 2,
    });
    expect(byMark(Buffer.from('plain'))).toBeUndefined();
    expect(byMark(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41))).toMatchObject({
      encoding: 'utf-32le',
      bomLength: 4,
    });
    expect(byMark(Uint8Array.of(0, 0, 0xfe, 0xff))?.encoding).toBe('utf-32be');
    expect(byMark(Uint8Array.of(0xff, 0xfe, 0x41, 0))?.encoding).toBe('utf-16le');
  });
});

describe('byZeros', () => {
  it('tells the order of the bytes by the side of the zeros', () => {
    const little = Buffer.from('A few words', 'utf16le');
    expect(byZeros([little])?.encoding).toBe('utf-16le');
    expect(byZeros([Buffer.from(little).swap16()])?.encoding).toBe('utf-16be');
    expect(byZeros([Buffer.from('A few words')])).toBeUndefined();
    expect(byZeros([Buffer.alloc(100)])).toBeUndefined();
  });
});

describe('byUtf8', () => {
  it('is sure of well-formed text and says nothing of the rest', () => {
    expect(byUtf8([Buffer.from('été, naïveté')])).toMatchObject({ encoding: 'utf-8', confidence: 1 });
    expect(byUtf8([Buffer.from('été', 'latin1')])).toBeUndefined();
    for (const overlong of [
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ])
      expect(byUtf8([Uint8Array.from([...overlong, 32, 32, 32, 32])])).toBeUndefined();
  });

  it('does not mind that a part begins or ends within a character', () => {
    const bytes = Buffer.from('語'.repeat(50));
    expect(byUtf8([bytes.subarray(0, 76), bytes.subarray(77, 149)])?.confidence).toBe(1);
  });
});
