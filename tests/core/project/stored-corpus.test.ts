import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  storedFileReport,
  storedForms,
  storedMetadata,
  storedSkippedFile,
} from '../../../core/project/stored-corpus.ts';
import { readStored } from '../../../core/project/stored-json.ts';
import { codeOf } from './temporary-project.ts';

const report = {
  file: 'austen/emma.txt',
  bytes: 12,
  encoding: 'utf-8',
  encodingConfidence: 1,
  language: 'en',
  method: 'spaced',
  documents: 1,
  emptyParts: 0,
  tokens: 2,
  characters: 12,
  replaced: [{ line: 1, byteOffset: 3, byte: 255 }],
  replacedCount: 1,
  dropped: { punctuation: 1, numbers: 0 },
  suspicious: false,
};

describe('what a project stores of its texts', () => {
  it('takes any metadata that can be written, and gives it back', () => {
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (metadata) => {
        const json = JSON.stringify(metadata);
        expect(readStored(storedMetadata, json, 'metadata')).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    '[]',
    'null',
    '"1849"',
    '{"year":[1849]}',
    '{"year":{"from":1849}}',
    '{"year":null}',
    '{"year":1e999}',
    '{',
  ])('finds damage in metadata that read %s', (json) => {
    expect(codeOf(() => readStored(storedMetadata, json, 'metadata'))).toBe('E_DAMAGED');
  });

  it('reads reports of today, and of before there were remarks on what was left out', () => {
    const read = (what: object) => readStored(storedFileReport, JSON.stringify(what), 'report');
    expect(read(report)).toEqual(report);
    const whole = {
      ...report,
      halves: 2,
      respelled: 3,
      leftOut: [{ what: 'comments', places: 2 }],
      unreadable: { pages: [4], letters: 9 },
      sameAs: 'emma.txt',
      outside: true,
    };
    expect(read(whole)).toEqual(whole);
    expect(read({ file: 'emma.txt', bytes: 12 })).toMatchObject({
      method: 'spaced',
      replaced: [],
      tokens: 0,
    });
    expect(codeOf(() => read({ ...report, tokens: '2' }))).toBe('E_DAMAGED');
    expect(codeOf(() => read({ ...report, method: 'guessed' }))).toBe('E_DAMAGED');
    const skipped = { file: 'a.djvu', code: 'E_FORMAT_UNSUPPORTED', details: { format: 'DjVu', of: ['a'] } };
    expect(readStored(storedSkippedFile, JSON.stringify(skipped), 'report')).toEqual(skipped);
    expect(codeOf(() => readStored(storedSkippedFile, '{"file":"a"}', 'report'))).toBe('E_DAMAGED');
  });

  it('takes nothing but words for the words of a model', () => {
    expect(readStored(storedForms, '["kaksi","三",""]', 'words')).toEqual(['kaksi', '三', '']);
    for (const json of ['["a",1]', '{"0":"a"}', '["a",null]'])
      expect(codeOf(() => readStored(storedForms, json, 'words'))).toBe('E_DAMAGED');
  });
});
