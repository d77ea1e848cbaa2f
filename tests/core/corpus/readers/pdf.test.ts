import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { pdf } from '../../../../core/corpus/readers/pdf.ts';
import { pdfFile, type PdfLine } from './document-fixtures.ts';

const { kernels } = commandLineEnvironment();

/** Lines of equal distance from a place downwards. */
const column = (x: number, y: number, texts: readonly string[]): PdfLine[] =>
  texts.map((text, at) => ({ x, y: y - 14 * at, text }));

async function read(pages: Parameters<typeof pdfFile>[0], take: readonly string[] = []) {
  const { documents, outline } = await pdf.extract(pdfFile(pages), 'a.pdf', { take }, kernels);
  return { ...documents[0]!, outline: outline?.() };
}

const readBytes = async (bytes: Uint8Array) => pdf.extract(bytes, 'a.pdf', {}, kernels);

describe('PDF', () => {
  it('gives lines as paragraphs, with title and date', async () => {
    const { text, metadata } = await read([
      [
        { x: 72, y: 750, text: 'A head', size: 18 },
        ...column(72, 700, ['The first paragraph has a line and', 'a second line and then it ends.']),
        ...column(72, 650, ['Another paragraph stands further', 'down.']),
      ],
    ]);
    expect(text).toBe(
      'A head\n\nThe first paragraph has a line and a second line and then it ends.\n\nAnother paragraph stands further down.',
    );
    expect(metadata).toEqual({ title: 'T', date: '2001-02-03' });
  });

  it('reads one column after the other, and a sentence on through columns and pages', async () => {
    const { text } = await read([
      [
        ...column(72, 700, ['The left column begins here and', 'goes on to its end without a']),
        ...column(320, 700, ['break, for the sentence stands in', 'both columns and goes on to']),
      ],
      column(72, 700, ['the next page.']),
    ]);
    expect(text).toBe(
      'The left column begins here and goes on to its end without a break, for the sentence stands in both columns and goes on to the next page.',
    );
  });

  it('puts divided words together, and leaves compounds their hyphen', async () => {
    const { text } = await read([
      column(72, 700, [
        'The diction-',
        'ary of the well-',
        'known editor has many a well-known word, and this is its dic-',
        'tionary. Anna-',
        'Maria reads it.',
      ]),
    ]);
    expect(text).toBe(
      'The dictionary of the well-known editor has many a well-known word, and this is its dictionary. Anna-Maria reads it.',
    );
  });

  it('leaves out running heads and page numbers, unless they are wanted', async () => {
    const pages = ['First', 'Second', 'Third', 'Fourth'].map((word, at) => [
      { x: 72, y: 770, text: at % 2 === 0 ? 'The Running Head' : `A chapter ${at}`, size: 9 },
      ...column(72, 700, [
        `${word} page of the book.`,
        'It has a line more.',
        `The ${word.toLowerCase()} has one more.`,
      ]),
      { x: 300, y: 30, text: String(at + 11), size: 9 },
    ]);
    const { text, outline } = await read(pages);
    expect(text).not.toMatch(/\d\d/);
    expect(text).toContain('First page of the book.');
    // A line on two pages of four is no running head.
    expect(text).toContain('A chapter 1');
    expect(outline).toMatchObject({ kind: 'layout', parts: [{ count: 4 }], taken: [] });
    expect((await read(pages, ['running-heads'])).text).toMatch(/11[^]*12[^]*13[^]*14/);
  });

  it('leaves out heads that change by chapter, by their page numbers, and the number below a page that is alone', async () => {
    const heads = ['1', '2 ARRIVAL', '3 ARRIVAL', '4', '5 BONDAGE'];
    const pages = heads.map((text, at) => [
      { x: 72, y: 770, text, size: 9 },
      ...column(72, 700, [`Line ${'abcde'.charAt(at)} of the text`, 'and another line of it.']),
    ]);
    const { text } = await read(pages);
    expect(text).not.toMatch(/\d|ARRIVAL|BONDAGE/);
    expect(text).toContain('Line e of the text');
    const alone = await read([[...column(72, 700, ['One line', 'and two.']), { x: 300, y: 40, text: '7' }]]);
    expect(alone.text).toBe('One line and two.');
  });

  it('without text says whether it was scanned', async () => {
    await expect(read([null, null])).rejects.toMatchObject({
      code: 'E_PDF_SCANNED',
      details: { file: 'a.pdf' },
    });
    await expect(read([[]])).rejects.toMatchObject({ code: 'E_FILE_EMPTY' });
  });

  it('that is damaged, or locked by a password, is refused', async () => {
    await expect(readBytes(Buffer.from('%PDF-1.4 nothing'))).rejects.toMatchObject({
      code: 'E_FILE_UNREADABLE',
      details: { reason: 'pdf' },
    });
    // Standard security handler, revision 3, with keys that no password opens.
    const locked = pdfFile([[{ x: 72, y: 700, text: 'One' }]])
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      );
    await expect(readBytes(Buffer.from(locked, 'latin1'))).rejects.toMatchObject({
      code: 'E_FILE_UNREADABLE',
      details: { reason: 'password' },
    });
  });
});
