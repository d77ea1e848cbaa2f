import { zipped } from './document-fixtures.ts';
import { declaration, odf, type Kind } from './laid-out-markup.ts';

const plain = (xml: string) => declaration + xml;
const unknown = [['', 'urn:example:unknown']] as const;

/** Markup whose elements hold data more than running text. Of those that have no namespace of their own, one is made up. */
export const dataKinds: readonly Kind[] = [
  {
    name: 'a.eaf',
    namespaces: unknown,
    tree: [
      'ANNOTATION_DOCUMENT',
      ['HEADER'],
      [
        'TIME_ORDER',
        ['TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"'],
        ['TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="900"'],
      ],
      [
        'TIER TIER_ID="t" LINGUISTIC_TYPE_REF="u"',
        [
          'ANNOTATION',
          [
            'ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b"',
            ['ANNOTATION_VALUE', 'One two'],
          ],
        ],
      ],
      ['LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="u"'],
    ],
    text: 'ANNOTATION_VALUE',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'a.exb',
    namespaces: unknown,
    tree: [
      'basic-transcription',
      ['head', ['meta-information'], ['speakertable', ['speaker id="A"']]],
      [
        'basic-body',
        ['common-timeline', ['tli id="T0" time="0"'], ['tli id="T1" time="1"'], ['tli id="T2" time="2"']],
        [
          'tier id="x" speaker="A" type="t" category="v"',
          ['event start="T0" end="T1"', 'One '],
          ['event start="T1" end="T2"', 'two '],
        ],
      ],
    ],
    text: 'event',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'a.trs',
    namespaces: unknown,
    tree: [
      'Trans',
      ['Speakers', ['Speaker id="s" name="A"']],
      [
        'Episode',
        [
          'Section type="report" startTime="0" endTime="9"',
          [
            'Turn speaker="s" startTime="0" endTime="9"',
            ['Sync time="0"'],
            'One two',
            ['Sync time="5"'],
            'three',
          ],
        ],
      ],
    ],
    text: 'Turn',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'iso.xml',
    namespaces: [['', 'http://www.tei-c.org/ns/1.0']],
    tree: [
      'TEI',
      ['teiHeader', ['title', 'No']],
      [
        'text',
        ['timeline unit="s"', ['when xml:id="T0"'], ['when xml:id="T1" interval="1" since="#T0"']],
        [
          'body',
          [
            'annotationBlock who="#A" start="#T0" end="#T1"',
            ['u', ['seg', ['w', 'One'], ['w', 'two'], ['pc', '.']]],
          ],
        ],
      ],
    ],
    text: 'w pc',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'a.flextext',
    namespaces: unknown,
    tree: [
      'document',
      [
        'interlinear-text',
        [
          'paragraphs',
          [
            'paragraph',
            [
              'phrases',
              [
                'phrase',
                [
                  'words',
                  ['word', ['item type="txt" lang="sw"', 'One'], ['item type="gls" lang="en"', 'no']],
                  ['word', ['item type="txt" lang="sw"', 'two'], ['morphemes']],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
    text: 'item',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'a.tmx',
    namespaces: unknown,
    tree: [
      'tmx',
      ['header srclang="en"'],
      ['body', ['tu', ['note'], ['tuv xml:lang="en"', ['seg', 'One ', ['ph'], 'two']]]],
    ],
    text: 'seg',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'a.lift',
    namespaces: unknown,
    tree: [
      'lift',
      ['header'],
      [
        'entry',
        ['lexical-unit', ['form lang="sw"', ['text', 'One']]],
        ['sense', ['example', ['form lang="sw"', ['text', 'two three']]]],
      ],
    ],
    text: 'text',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'page.xml',
    namespaces: [['', 'http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15']],
    tree: [
      'PcGts',
      ['Metadata', ['Creator', 'no']],
      [
        'Page imageWidth="9"',
        [
          'TextRegion id="r"',
          ['Coords points="0,0"'],
          ['TextLine id="l"', ['Baseline points="0,0"'], ['TextEquiv', ['Unicode', 'One two']]],
          ['TextLine id="m"', ['TextEquiv', ['Unicode', 'three']]],
        ],
      ],
    ],
    text: 'Unicode Creator',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'alto.xml',
    namespaces: [['', 'http://www.loc.gov/standards/alto/ns-v4#']],
    tree: [
      'alto',
      ['Description'],
      [
        'Layout',
        [
          'Page ID="p"',
          [
            'PrintSpace',
            [
              'TextBlock ID="b"',
              ['TextLine', ['String CONTENT="One"'], ['SP'], ['String CONTENT="two"']],
              ['TextLine', ['String CONTENT="three"']],
            ],
          ],
        ],
      ],
    ],
    text: '',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'a.folia.xml',
    namespaces: [['', 'http://ilk.uvt.nl/folia']],
    tree: [
      'FoLiA',
      ['metadata'],
      ['text', ['p', ['s', ['w', ['t', 'One'], ['pos class="N"']], ['w', ['t', 'two']]]]],
    ],
    text: 't',
    pack: plain,
    words: 'One two',
  },
  {
    name: 'tcf.xml',
    namespaces: [['', 'http://www.dspin.de/data']],
    tree: [
      'D-Spin',
      ['MetaData'],
      [
        'TextCorpus lang="en"',
        ['tokens', ['token ID="a"', 'One'], ['token ID="b"', 'two'], ['token ID="c"', 'three']],
        ['sentences', ['sentence tokenIDs="a"'], ['sentence tokenIDs="b"']],
      ],
    ],
    text: 'token',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'a.ttml',
    namespaces: [['', 'http://www.w3.org/ns/ttml']],
    tree: [
      'tt',
      ['head', ['styling', ['style']]],
      ['body', ['div', ['p begin="0s" end="1s"', 'One', ['br'], 'two'], ['p begin="1s" end="2s"', 'three']]],
    ],
    text: 'p',
    pack: plain,
    words: 'One two three',
  },
  {
    name: 'a.ods',
    namespaces: [
      ['office', odf('office')],
      ['table', odf('table')],
      ['text', odf('text')],
    ],
    tree: [
      'office:document-content',
      [
        'office:body',
        [
          'office:spreadsheet',
          [
            'table:table table:name="S"',
            ['table:table-column'],
            ['table:table-row', ['table:table-cell office:value-type="string"', ['text:p', 'text']]],
            [
              'table:table-row',
              ['table:table-cell office:value-type="string"', ['text:p', 'One ', ['text:span', 'two']]],
              ['table:table-cell'],
            ],
            ['table:table-row', ['table:table-cell office:value-type="string"', ['text:p', 'three']]],
          ],
        ],
      ],
    ],
    text: 'text:p',
    pack: (xml) =>
      zipped({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': declaration + xml,
      }),
    words: 'One two three',
  },
];
