import { describe, expect, it } from 'vitest';
import { byPlausibility } from '../../../core/corpus/likely-encoding.ts';
import { encodeAs } from './encode-as.ts';

describe('byPlausibility', () => {
  it('names the encoding that knows the most letters of those that read the same', () => {
    const bytes = encodeAs('שלום לכולם, מה שלומכם היום?\n', 'iso-8859-8');
    expect(byPlausibility([bytes]).encoding).toBe('windows-1255');
  });

  it('lets the language that the user chose decide between equals', () => {
    const bytes = Uint8Array.of(0xe9, 0x20, 0xe9, 0x20, 0xe9, 0x0a);
    expect(new TextDecoder(byPlausibility([bytes], 'fr').encoding).decode(bytes)).toBe('é é é\n');
  });

  it('looks at lines outside ASCII only', () => {
    const plain = Buffer.from('Nothing but plain words.\n'.repeat(2000));
    const russian = encodeAs('Старик жил у самого моря и выходил на берег.\n', 'windows-1251');
    expect(byPlausibility([Buffer.concat([plain, russian, plain])]).encoding).toBe('windows-1251');
  });
});
