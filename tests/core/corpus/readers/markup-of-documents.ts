import { epubFile, zipped } from './document-fixtures.ts';
import { declaration, odf, type Kind, type Tree } from './laid-out-markup.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
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

export const documentKinds: readonly Kind[] = [
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
