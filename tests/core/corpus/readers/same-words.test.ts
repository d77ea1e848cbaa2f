import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaces, xmlOf, type Layout, type TreeNode } from './laid-out-markup.ts';
import { dataKinds } from './markup-of-data.ts';
import { documentKinds } from './markup-of-documents.ts';
import { written, type Block, type Piece } from './office-documents.ts';
import { openedFile } from './opened-file.ts';

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

async function wordsIn(name: string, bytes: Uint8Array | string, chosen = {}): Promise<readonly string[]> {
  const { documents } = await openedFile(name, bytes, chosen);
  return documents.flatMap(({ whole }) => wordsOf(whole));
}

/** The same words, in whatever order notes and boxes come. */
const counted = (words: readonly string[]) => words.toSorted();

describe('the same document as docx, odt, rtf, html and fodt', () => {
  const formats = ['docx', 'odt', 'rtf', 'html', 'fodt'] as const;

  it('gives the same words', async () => {
    const blocks: readonly Block[] = [
      { contents: ['First chapter', 'Second'] },
      [{ text: 'First chapter' }],
      [
        { text: 'He was in' },
        { comment: 'nocomment' },
        { text: 'credibly tired' },
        { note: 'A foot note.' },
        { text: ', the colo' },
        { deleted: 'u' },
        { text: 'r ' },
        { inserted: 'new ' },
        { hidden: 'secret ' },
        { text: 'of the king' },
        { note: 'Marked so.', mark: 'a' },
        { text: ' be' },
        { box: 'boxed words' },
        { text: 'came' },
        { tab: true },
        { text: 'clear' },
        { line: true },
        { text: 'again' },
        { note: 'At the end.', isEndnote: true },
        { text: '.' },
      ],
      { item: 'an item' },
      { cells: ['one', 'two'] },
      [{ text: '私は' }, { base: '東京', reading: 'とうきょう' }, { text: 'に住む' }],
    ];
    const right =
      'First chapter He was incredibly tired the color new of the king became clear again an item one two 私は東京に住む boxed words A foot note Marked so At the end';
    const files = written(blocks);
    for (const format of formats)
      expect([format, counted(await wordsIn(`a.${format}`, files[format]))]).toEqual([
        format,
        counted(right.split(' ')),
      ]);
  });

  it('gives them whatever stands in which order', async () => {
    const word = fc.constantFrom('alpha', 'beta ', ' gamma', 'dé', 'ж ', ' 漢 ');
    const piece: fc.Arbitrary<Piece> = fc.oneof(
      word.map((text) => ({ text })),
      word.map((hidden) => ({ hidden })),
      word.map((deleted) => ({ deleted })),
      word.map((inserted) => ({ inserted })),
      word.map((note) => ({ note: `${note} x` })),
      word.map((comment) => ({ comment })),
      fc.constant({ tab: true as const }),
      fc.constant({ line: true as const }),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      word.map((item) => ({ item })),
      fc.array(word, { minLength: 1, maxLength: 3 }).map((cells) => ({ cells })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
        const files = written([[{ text: 'begin' }], ...blocks]);
        const [first, ...others] = await Promise.all(
          formats.map(async (format) => counted(await wordsIn(`b.${format}`, files[format]))),
        );
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each([...documentKinds, ...dataKinds])(
  'the same text of $name, however its markup is laid out',
  ({ name, namespaces: own, tree, text, pack, words }) => {
    const layouts = [false, true].flatMap((prefix) =>
      [false, true].flatMap((indented) =>
        [false, true].map((selfClosing): Layout => ({ prefix, indented, selfClosing })),
      ),
    );

    it.each(layouts)('gives the same words: %o', async (layout) => {
      const [root] = tree as readonly [string];
      const rest = tree.slice(1);
      const declared: TreeNode = [`${root}${namespaces(own, layout.prefix).join('')}`, ...rest];
      const source = xmlOf(declared, layout, new Set(text.split(' ')));
      expect(await wordsIn(name, pack(source))).toEqual(words.split(' '));
    });
  },
);
