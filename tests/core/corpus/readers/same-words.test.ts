import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epubFile, zipped } from './document-fixtures.ts';
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

/** One text in the markup of each reader, as a tree: a name and what stands in it. */
type Tree = string | TreeNode;
interface TreeNode extends ReadonlyArray<Tree> {
  /** Name and attributes. */
  readonly 0: string;
}

interface Layout {
  readonly prefix: boolean;
  readonly indented: boolean;
  readonly selfClosing: boolean;
}

/** @param text elements of running text: white space in them counts */
function xmlOf(
  tree: Tree,
  { prefix, indented, selfClosing }: Layout,
  text: ReadonlySet<string>,
  depth = 0,
): string {
  if (typeof tree === 'string') return tree.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [tag] = tree as readonly [string];
  const content = tree.slice(1);
  const [name = '', ...attributes] = tag.split(' ');
  const full = prefix ? name.replace(/^(?:[a-z]+:)?/, (own) => (own === '' ? 'q:' : `q${own}`)) : name;
  const open = [full, ...attributes].join(' ');
  if (content.length === 0) return selfClosing ? `<${open}/>` : `<${open}></${full}>`;
  const isText = text.has(name);
  const space = indented && !isText ? `\n${' '.repeat(depth + 1)}` : '';
  const inner = content.map(
    (one) => `${space}${xmlOf(one, { prefix, indented: indented && !isText, selfClosing }, text, depth + 1)}`,
  );
  return `<${open}>${inner.join('')}${space === '' ? '' : `\n${' '.repeat(depth)}`}</${full}>`;
}

const namespaces = (list: readonly (readonly [prefix: string, uri: string])[], prefix: boolean) =>
  list.map(([own, uri]) => {
    const written = prefix ? (own === '' ? ':q' : `:q${own}`) : own === '' ? '' : `:${own}`;
    return ` xmlns${written}="${uri}"`;
  });

interface Kind {
  readonly name: string;
  readonly namespaces: readonly (readonly [prefix: string, uri: string])[];
  readonly tree: TreeNode;
  readonly text: string;
  readonly pack: (xml: string) => Uint8Array | string;
  readonly words: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const odf = (part: string) => `urn:oasis:names:tc:opendocument:xmlns:${part}:1.0`;
const xhtml: Tree = [
  'html',
  ['head', ['title'], ['script src="x"'], ['link rel="x"']],
  [
    'body',
    ['div', ['a id="x"'], ['p', 'One ', ['b', 'two'], '.']],
    ['iframe src="x"'],
    ['ul', ['li', 'Three'], ['li', 'four']],
  ],
];

const kinds: readonly Kind[] = [
  {
    name: 'a.xml',
    namespaces: [['', 'http://www.tei-c.org/ns/1.0']],
    tree: [
      'TEI',
      ['teiHeader', ['title', 'No']],
      [
        'text',
        [
          'body',
          ['div', ['pb n="1"'], ['head', 'One ', ['hi', 'two'], '.']],
          ['s', ['w', 'Three'], ['w', 'four'], ['pc', '.']],
          ['lg', ['l', 'five six'], ['l', 'seven']],
        ],
      ],
    ],
    text: 'head w pc l',
    pack: (xml) => declaration + xml,
    words: 'One two Three four five six seven',
  },
  {
    name: 'b.xml',
    namespaces: [['', 'urn:example:unknown']],
    tree: [
      'corpus',
      ['text', ['s', ['tok', 'One'], ['tok', 'two']], ['s', ['tok', 'three'], ['gap'], ['tok', 'four']]],
      ['text', ['line', 'five six'], ['line', 'seven']],
    ],
    text: 'tok line',
    pack: (xml) => declaration + xml,
    words: 'One two three four five six seven',
  },
  {
    name: 'a.fb2',
    namespaces: [['', 'http://www.gribuser.ru/xml/fictionbook/2.0']],
    tree: [
      'FictionBook',
      ['description', ['title-info', ['author', ['first-name', 'No'], ['last-name', 'One']]]],
      [
        'body',
        [
          'section',
          ['title', ['p', 'One']],
          ['empty-line'],
          ['p', 'two ', ['emphasis', 'three']],
          ['image'],
          ['p', 'four'],
        ],
      ],
      ['binary', 'AAAA'],
    ],
    text: 'p',
    pack: (xml) => declaration + xml,
    words: 'One two three four',
  },
  {
    name: 'a.xhtml',
    namespaces: [['', 'http://www.w3.org/1999/xhtml']],
    tree: xhtml,
    text: 'p li',
    pack: (xml) => declaration + xml,
    words: 'One two Three four',
  },
  {
    name: 'a.epub',
    namespaces: [['', 'http://www.w3.org/1999/xhtml']],
    tree: xhtml,
    text: 'p li',
    pack: (xml) => epubFile({ 'a.xhtml': declaration + xml }, ['a.xhtml']),
    words: 'One two Three four',
  },
  {
    name: 'a.docx',
    namespaces: [['w', word]],
    tree: [
      'w:document',
      [
        'w:body',
        [
          'w:p',
          ['w:pPr', ['w:tabs', ['w:tab']]],
          ['w:r', ['w:rPr', ['w:b']], ['w:t', 'One ']],
          ['w:r', ['w:t', 'two']],
          ['w:r', ['w:tab'], ['w:t', 'three']],
        ],
        ['w:p', ['w:r', ['w:br'], ['w:t', 'four']]],
      ],
    ],
    text: 'w:t',
    pack: (xml) => zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': declaration + xml }),
    words: 'One two three four',
  },
  {
    name: 'a.fodt',
    namespaces: [
      ['office', odf('office')],
      ['text', odf('text')],
    ],
    tree: [
      'office:document',
      [
        'office:body',
        [
          'office:text',
          ['text:h', 'One'],
          ['text:p', 'two', ['text:s'], ['text:span', 'three'], ['text:tab'], 'four'],
        ],
      ],
    ],
    text: 'text:h text:p',
    pack: (xml) => declaration + xml,
    words: 'One two three four',
  },
  {
    name: 'a.odt',
    namespaces: [
      ['office', odf('office')],
      ['text', odf('text')],
    ],
    tree: [
      'office:document-content',
      [
        'office:body',
        [
          'office:text',
          ['text:list', ['text:list-item', ['text:p', 'One']]],
          ['text:p', 'two', ['text:line-break'], 'three'],
        ],
      ],
    ],
    text: 'text:p',
    pack: (xml) =>
      zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': declaration + xml }),
    words: 'One two three',
  },
  {
    name: 'a.xlsx',
    namespaces: [['', 'http://schemas.openxmlformats.org/spreadsheetml/2006/main']],
    tree: [
      'worksheet',
      ['cols', ['col']],
      [
        'sheetData',
        ['row', ['c t="inlineStr"', ['is', ['t', 'text']]]],
        ['row', ['c t="inlineStr"', ['is', ['t', 'One two']]], ['c']],
        ['row', ['c t="inlineStr"', ['is', ['t', 'three']]]],
      ],
    ],
    text: 't',
    pack: (xml) =>
      zipped({ '[Content_Types].xml': '<Types/>', 'xl/worksheets/sheet1.xml': declaration + xml }),
    words: 'One two three',
  },
];

describe.each(kinds)(
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
