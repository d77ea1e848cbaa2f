import { describe, expect, it } from 'vitest';
import { plausibility } from '../../../core/corpus/plausibility.ts';
import { encodeAs } from './encode-as.ts';

describe('plausibility', () => {
  it('is highest in the encoding that a text was written in', () => {
    const bytes = encodeAs('Каждое утро старик выходил на берег моря.', 'koi8-r');
    const [best] = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'gb18030', 'windows-1252']
      .map((encoding) => ({
        encoding,
        found: plausibility(new TextDecoder(encoding).decode(bytes), encoding, bytes.length),
      }))
      .sort((a, b) => b.found.perByte - a.found.perByte);
    expect(best).toMatchObject({ encoding: 'koi8-r', found: { language: 'ru' } });
  });

  it('knows no language for an encoding that nobody uses', () => {
    expect(plausibility('text', 'iso-8859-10', 4)).toEqual({
      perByte: -Infinity,
      fit: -Infinity,
      language: 'und',
    });
  });
});
