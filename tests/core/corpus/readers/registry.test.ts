import { describe, expect, it } from 'vitest';
import { readerFor } from '../../../../core/corpus/readers/registry.ts';

describe('readerFor', () => {
  it('has a reader for plain texts', () => {
    expect(readerFor('a.txt', Buffer.from('text')).id).toBe('plain-text');
  });

  it('takes no document for a text because its beginning is damaged', () => {
    expect(() => readerFor('a.docx', Buffer.from('PX\x03\x04word'))).toThrow(
      expect.objectContaining({ code: 'E_FILE_UNREADABLE', details: { file: 'a.docx', reason: 'docx' } }),
    );
    expect(readerFor('a.doc', Buffer.from('a plain text')).id).toBe('plain-text');
  });

  it('says which format it does not read', () => {
    expect(() => readerFor('a.txt', Buffer.from('%!PS-Adobe-3.0'))).toThrow(
      expect.objectContaining({
        code: 'E_FORMAT_UNSUPPORTED',
        details: { file: 'a.txt', format: 'PostScript' },
      }),
    );
  });
});
