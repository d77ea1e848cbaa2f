import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDamage, nothingOpen, ownStrange } from '../../../core/corpus/damage.ts';

/** Where a maximal ill-formed part of UTF-8 begins (Unicode 16, section 3.9), by the pattern of well-formed ones. */
function illFormed(bytes: Uint8Array): number[] {
  const source = Buffer.from(bytes).toString('latin1');
  const wellFormed =
    /[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}/y;
  const begun =
    /(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]|\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]|\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f]|[^]/y;
  const places: number[] = [];
  for (let at = 0; at < source.length;) {
    wellFormed.lastIndex = begun.lastIndex = at;
    if (wellFormed.test(source)) at = wellFormed.lastIndex;
    else {
      places.push(at);
      begun.test(source);
      at = begun.lastIndex;
    }
  }
  return places;
}

const oftenDamaged = fc.array(
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
    fc.constantFrom('word ', 'é', '€', '😀', '\ufffd', '\r\n', '語語語').map((text) => Buffer.from(text)),
  ),
  { maxLength: 80 },
);

describe('findDamage', () => {
  it('finds the places in UTF-8 that Unicode calls ill-formed', () => {
    fc.assert(
      fc.property(oftenDamaged, (parts) => {
        const bytes = Buffer.concat(parts);
        expect(findDamage(bytes, 'utf-8', 1000).map(({ at }) => at)).toEqual(illFormed(bytes));
      }),
    );
  });

  it('finds lone surrogates and counts the line ends before them', () => {
    const bytes = Buffer.from('a\r\nb\rc\n\ud800x\udc00 😀\ud83d', 'utf16le');
    expect(findDamage(bytes, 'utf-16le', 20)).toEqual([
      { at: 14, lines: 3 },
      { at: 18, lines: 3 },
      { at: 26, lines: 3 },
    ]);
  });

  it('stops when it has found enough', () => {
    expect(findDamage(Buffer.alloc(100, 0xff), 'utf-8', 3)).toHaveLength(3);
  });
});

describe('nothingOpen', () => {
  it('tells a character that has begun', () => {
    expect(nothingOpen(Buffer.from('é'), 'utf-8')).toBe(true);
    expect(nothingOpen(Buffer.from('é').subarray(0, 1), 'utf-8')).toBe(false);
    expect(nothingOpen(Uint8Array.of(0x81), 'gb18030')).toBe(false);
  });
});

describe('ownStrange', () => {
  it('is how an encoding writes U+FFFD', () => {
    for (const name of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
      expect(new TextDecoder(name).decode(ownStrange(name))).toBe('\ufffd');
    expect(ownStrange('windows-1252')).toBeUndefined();
  });
});
