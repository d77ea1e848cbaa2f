import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const compound = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(8192),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ]);

describe('compound files', () => {
  it.each([
    ['WordDocument', 'DOC'],
    ['Workbook', 'XLS'],
    ['PowerPoint Document', 'PPT'],
    ['__substg1.0_0037001F', 'MSG'],
    ['HwpSummaryInformation', 'HWP'],
    ['Other', 'DOC'],
  ])('with a stream %s are told as %s', async (stream, format) => {
    await expect(openedFile('a.doc', compound(stream))).rejects.toMatchObject({
      code: 'E_FORMAT_UNSUPPORTED',
      details: { format },
    });
  });

  it('with an encrypted package are documents under a password', async () => {
    await expect(openedFile('a.docx', compound('EncryptedPackage'))).rejects.toMatchObject({
      code: 'E_FILE_ENCRYPTED',
      details: { file: 'a.docx' },
    });
  });
});
