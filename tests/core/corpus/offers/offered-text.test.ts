import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docxFile } from '../readers/document-fixtures.ts';
import { openedFile } from '../readers/opened-file.ts';

const lines = [
  'The Project Gutenberg EBook of Goats',
  '*** START OF THE PROJECT GUTENBERG EBOOK GOATS ***',
  'They slept.',
  '*** END OF THE PROJECT GUTENBERG EBOOK GOATS ***',
  'A licence.',
];

describe('what was recognised in a file', () => {
  it.each([
    ['a.txt', lines.join('\n')],
    ['b.txt.gz', gzipSync(lines.join('\n\n'))],
    ['a.html', `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`],
    ['a.docx', docxFile(lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join(''))],
  ])('is offered, and left out on request alone: %s', async (name, bytes) => {
    const whole = await openedFile(name, bytes);
    expect(whole.offers()).toMatchObject([{ what: 'licence', places: 1 }]);
    expect(whole.documents[0]!.whole).toContain('A licence.');
    expect(whole.leftOut()).toEqual([]);
    const chosen = await openedFile(name, bytes, { without: ['licence', 'titles'] });
    expect(chosen.documents[0]!.whole.trim()).toBe('They slept.');
    expect(chosen.leftOut()).toEqual([{ what: 'licence', places: 2 }]);
    expect(chosen.offers()).toMatchObject([{ what: 'licence' }]);
  });

  it('is looked for at the beginning, and left out to the end of however long a text', async () => {
    const text = `${lines.slice(0, 2).join('\n')}\n${'They slept and slept.\n'.repeat(200_000)}${lines.slice(3).join('\n')}`;
    const { documents } = await openedFile('long.txt', text, { without: ['licence'] });
    expect(documents[0]!.whole).toHaveLength('They slept and slept.\n'.length * 200_000);
  });

  it('is nothing in files that give their words or stretches themselves', async () => {
    const source = `1\n00:00:01,000 --> 00:00:02,000\n${lines.join('\n')}\n`;
    const opened = await openedFile('a.srt', source, { without: ['licence'] });
    expect(opened.offers()).toEqual([]);
    expect(opened.documents[0]!.whole).toBe(lines.join('\n'));
  });
});
