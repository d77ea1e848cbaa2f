import type { Checked, Method, Output } from '../../core/contract/contract.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import type { LineNote, WordRow } from '../../core/contract/words.ts';
import type { TextChoice } from '../../core/contract/texts.ts';
import type { Neighbour } from '../../core/contract/search.ts';
import { samplePage, sampleTrends } from './sample-word-page.ts';
import { changeAnswers } from './sample-change.ts';
import { mapAnswers } from './sample-map.ts';
import { sequenceAnswers } from './sample-sequence.ts';
import { documents, emptyInfo, info, models, settings } from './sample-project.ts';
import { countOf, fixed, sentences, words } from './sample-words.ts';

const refuse = (code: string, details: object = {}) => Object.assign(new Error(code), { code, details });

const rowOf = (index: number): WordRow => ({
  word: words[index] ?? '',
  count: countOf(index),
  perMillion: (countOf(index) / info.tokens) * 1e6,
  documents: Math.max(1, Math.round(12 * Math.min(1, countOf(index) / 60))),
  dispersion: countOf(index) < 3 ? 0.94 : fixed(words[index] ?? '') * 0.6,
});

function nearest(word: string, top: number, salt = 0): Neighbour[] {
  if (!words.includes(word))
    throw refuse('E_WORD_UNKNOWN', { word, suggestions: ['king', 'kingdom', 'kin'] });
  return Array.from({ length: top }, (_, rank) => {
    const index = 40 + Math.floor(fixed(word, rank + salt) * 400);
    const score = 0.86 / (1 + rank * 0.06) - 0.02 * fixed(word, rank);
    return { word: words[index] ?? '', score, count: countOf(index), documents: 1 + (index % 12) };
  });
}

const textChoices: readonly TextChoice[] = [
  {
    kind: 'sub-corpus',
    name: 'Nineteenth century',
    texts: { subCorpus: 'Nineteenth century' },
    documents: 4,
    tokens: 132_412,
  },
  {
    kind: 'sub-corpus',
    name: 'The two Roosevelts',
    texts: { subCorpus: 'The two Roosevelts' },
    documents: 2,
    tokens: 71_020,
  },
  {
    kind: 'group',
    field: 'author',
    name: 'Roosevelt',
    texts: { conditions: [{ field: 'author', values: ['Roosevelt'] }] },
    documents: 2,
    tokens: 71_020,
  },
  ...documents.map(({ id, name, tokens }): TextChoice => ({
    kind: 'text',
    name,
    texts: { documents: [id] },
    documents: 1,
    tokens,
  })),
];

const vector = (word: string, dimensions: number) =>
  Float32Array.from({ length: dimensions }, (_, d) => {
    const own = fixed(word, d + 7) + fixed(word, d + 1000) - 1;
    const shared = fixed(word.length > 4 ? 'long' : 'short', d) - 0.5;
    return 0.2 * own + 0.24 * shared;
  });

function cosine(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    ab += a[d]! * b[d]!;
    aa += a[d]! ** 2;
    bb += b[d]! ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

const plain = { category: '', marked: false, hidden: false, note: '' };
const notes: ReadonlyMap<number, LineNote> = new Map([
  [1, { ...plain, category: 'office', note: 'the title, not the man' }],
  [2, { ...plain, category: 'person', marked: true }],
  [6, { ...plain, marked: true, note: 'look at the original' }],
]);

export type Answers = { readonly [M in Method]?: (input: Checked<M>) => Output<M> };

/** What the stand-in engine says to each question that is not long work. */
export const answers: Answers = {
  'project.info': () => info,
  'project.digest': () => ({ digest: '0'.repeat(64) }),
  'job.list': () => ({ jobs: [] }),
  'project.open': ({ create }) => (create === true ? emptyInfo : info),
  'project.save': () => ({ name: 'Speeches.firth' }),
  'project.close': () => null,
  'project.recoverable': () => ({
    projects: [
      {
        id: 'a',
        name: 'Letters.firth',
        startedAt: Date.UTC(2026, 2, 14, 9, 30),
        changes: 12,
        training: true,
        damaged: false,
      },
    ],
  }),
  'project.recover': () => info,
  'project.giveUp': () => null,
  'project.backups': () => ({ backups: [] }),
  'project.restore': () => null,
  'corpus.cutting': () => ({
    tokens: defaultTokenSettings,
    dictionary: { words: ['new york'], splits: [['can', 'not']] },
    pending: false,
    otherwise: false,
    languages: ['en'],
  }),
  'notes.list': () => ({
    total: 3,
    loose: 1,
    categories: [
      { category: 'person', count: 14 },
      { category: 'office', count: 9 },
    ],
    rows: [...notes.values()].map((note, at) => ({
      ...note,
      documentId: documents[at]!.id,
      document: documents[at]!.name,
      position: at === 2 ? null : 41 + at,
      left: 'of the land. Peace with the ',
      node: 'king',
      right: ' and with all nations is the first wish',
      changedAt: 1_764_000_000_000,
    })),
  }),
  'notes.set': () => plain,
  'savedQueries.list': () => ({
    queries: ['the king of', 'kings and lords'].map((query, at) => ({
      name: query,
      question: { query, language: 'simple', matchCase: false, matchMarks: false, within: 's', texts: 'all' },
      hits: 96 - 40 * at,
      savedAt: 1_764_000_000_000 - at * 864e5,
    })),
  }),
  'savedQueries.save': ({ name, ...question }) => ({ name, question, hits: 12, savedAt: 0 }),
  'savedQueries.delete': () => ({ deleted: true }),
  'lists.list': () => ({
    lists: [
      { name: 'kinship', words: 5, hasCounts: true, changedAt: 1_764_000_000_000 },
      { name: 'war_and_peace', words: 12, hasCounts: false, changedAt: 1_764_000_000_000 },
    ],
  }),
  'lists.show': ({ name }) => ({
    name,
    rows: ['mother', 'father', 'sister', 'brother', 'grandmother'].map((word, at) => ({
      word,
      listed: name === 'kinship' ? 412 - 80 * at : null,
      count: at === 4 ? 0 : 96 - 17 * at,
    })),
  }),
  'lists.set': ({ name, words: some }) => ({ name, words: some.length, hasCounts: false, changedAt: 0 }),
  'lists.delete': () => null,
  'corpus.setDictionary': () => null,
  'corpus.fields': () => ({
    fields: [
      { name: 'author', kind: 'text', isChosen: false, documents: 12, values: 11, unfit: 0 },
      {
        name: 'year',
        kind: 'date',
        isChosen: false,
        documents: 12,
        values: 12,
        unfit: 0,
        range: [1790, 1962],
      },
      { name: 'pages', kind: 'number', isChosen: true, documents: 9, values: 8, unfit: 2, range: [12, 340] },
    ],
  }),
  'corpus.setFieldKind': () => null,
  'corpus.subCorpora': () => ({
    subCorpora: [
      {
        name: 'Nineteenth century',
        conditions: [{ field: 'year', from: '1801', to: '1900' }],
        documents: 4,
        tokens: 132_412,
      },
      {
        name: 'The two Roosevelts',
        conditions: [
          { field: 'author', values: ['Roosevelt'] },
          { field: 'year', from: '1905' },
        ],
        documents: 2,
        tokens: 71_020,
      },
    ],
  }),
  'corpus.setSubCorpora': () => null,
  'corpus.matching': () => ({ documents: 4, tokens: 132_412 }),
  'corpus.textChoices': ({ query, chosen, limit }) => {
    const rows = textChoices.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
    return {
      total: rows.length,
      rows: rows.slice(0, limit),
      chosen: rows.find(({ texts }) => JSON.stringify(texts) === JSON.stringify(chosen)) ?? null,
    };
  },
  'corpus.fieldValues': () => ({
    total: 2,
    rows: [
      { value: 'Adams', documents: 2, tokens: 4120 },
      { value: 'Roosevelt', documents: 2, tokens: 71_020 },
    ],
  }),
  'corpus.compareCuts': () => ({
    first: { tokens: 734_118, types: 42_310 },
    second: { tokens: 741_502, types: 41_877 },
    same: 721_004,
    occurrences: 11_482,
    unlisted: 12,
    total: 4211,
    rows: [
      ['那黛玉', ['那黛玉'], ['那', '黛玉'], 412, '却说宝玉笑道：“', '听了这话，不觉红了脸。'],
      ['宝玉笑道', ['宝玉', '笑道'], ['宝玉笑', '道'], 127, '一面说，一面', '：“你们都去罢。”'],
      ['mother-in-law', ['mother-in-law'], ['mother', 'in', 'law'], 31, 'and her ', ' came to the door'],
      ['，', [], ['，'], 9, '听了这话', '不觉红了脸'],
    ].map(([written, first, second, count, left, right]) => ({
      written: written as string,
      first: first as string[],
      second: second as string[],
      count: count as number,
      document: documents[10]!.name,
      left: left as string,
      right: right as string,
    })),
    changed: 3120,
    counts: [
      { word: '黛玉', first: 870, second: 1321 },
      { word: '那黛玉', first: 412, second: 0 },
      { word: '那', first: 3020, second: 3432 },
    ],
    given: 1,
  }),
  'corpus.setMetadata': ({ texts }) => ({
    changed: typeof texts === 'object' && 'documents' in texts ? texts.documents.length : documents.length,
  }),
  'corpus.lookAtNames': ({ metadataPattern = '' }) => ({
    proposed: '{year}_{author}_{title}',
    total: 2,
    rows: [
      {
        file: '1841_Willkomm_Sklaven.txt',
        metadata: metadataPattern === '' ? {} : { year: 1841, author: 'Willkomm' },
      },
      { file: 'notes.txt', metadata: {} },
    ],
    fit: {
      files: metadataPattern === '' ? 0 : 1,
      filesWithout: ['notes.txt'],
      filesWithoutCount: metadataPattern === '' ? 2 : 1,
      rowsWithout: [],
      rowsWithoutCount: 0,
      ambiguous: [],
    },
  }),
  'corpus.applyMetadata': ({ look }) => ({
    total: 1,
    rows: [{ file: documents[0]!.name, metadata: { year: 1841 } }],
    fit: {
      files: 1,
      filesWithout: [],
      filesWithoutCount: 0,
      rowsWithout: ['absent.txt'],
      rowsWithoutCount: 1,
      ambiguous: [],
    },
    changed: look ? 0 : 1,
  }),
  'corpus.phrases': () => ({
    total: 122,
    rows: [
      { words: 'fellow citizens', count: 412, first: 602, second: 1380, score: 31.4 },
      { words: 'united states', count: 4011, first: 4300, second: 6512, score: 11.2 },
      ...Array.from({ length: 120 }, (_, at) => ({
        words: `${words[at + 40] ?? ''} ${words[at + 200] ?? ''}`,
        count: 120 - at,
        first: 300,
        second: 400,
        score: 11 - at / 20,
      })),
    ],
  }),
  'corpus.documents': ({ offset, limit }) => ({
    total: documents.length,
    rows: documents.slice(offset, offset + limit),
  }),
  'corpus.removeDocuments': () => ({ documents: 11, tokens: 400_000, types: 29_000 }),
  'corpus.words': ({ offset, limit, search, ascending }) => {
    const found = words.flatMap((word, index) => (word.includes(search) ? [index] : []));
    if (ascending === true) found.reverse();
    const rows = found.slice(offset, offset + limit).map(rowOf);
    return { total: found.length, tokens: info.tokens, rows };
  },
  'corpus.stopWords': ({ words: own }) => ({
    language: 'en',
    words: own ?? ['the', 'of', 'and', 'to', 'in', 'that', 'a', 'is', 'be', 'it', 'as', 'for', 'by', 'with'],
    content: ['man', 'men'],
    isReviewed: true,
    occurring: [
      { entry: 'the', forms: ['the'], count: 9021, isContent: false },
      { entry: 'man', forms: ['man'], count: 312, isContent: true },
    ].filter(({ entry }) => own?.includes(entry) ?? true),
  }),
  'corpus.order': ({ texts }) => ({
    texts: texts.toSorted(new Intl.Collator('en', { numeric: true }).compare),
  }),
  'corpus.preview': ({ text, tokens }) => ({
    tokens: [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}]+)*/gu)].map((match) => ({
      form: tokens.lowerCase ? match[0].toLowerCase() : match[0],
      start: match.index,
      length: match[0].length,
    })),
    dropped: ['“', '”', '.'],
  }),
  'corpus.inspect': () => ({
    files: documents.map((row, i) => ({
      file: row.name,
      bytes: row.characters,
      encoding: row.encoding,
      encodingConfidence: [1, 0.99, 0.96, 0.41, 1, 0.98][i % 6] ?? 1,
      language: row.language,
      method: row.method,
      sample:
        row.language === 'zh'
          ? '各位同胞：今天我们在这里相聚，回顾过去的一年。'
          : row.language === 'ar'
            ? 'أيها المواطنون، نجتمع اليوم لنستعرض ما مضى من العام'
            : 'Fellow-Citizens of the Senate and House of Representatives: I embrace with great satisfaction',
    })),
    skipped: [
      {
        file: 'cover.jpg',
        code: 'E_FORMAT_BINARY',
        details: { file: 'cover.jpg', format: 'a JPEG picture' },
      },
    ],
  }),
  'word.page': ({ word, rows }) => samplePage(answers, word, rows),
  'word.trends': ({ words: asked }) => sampleTrends(asked),
  'lines.concordance': ({ word }) => ({
    total: 1,
    lines: [
      {
        documentId: 0,
        document: documents[0]!.name,
        position: 0,
        left: 'The laws of the land. Peace with the ',
        node: word,
        right: ' and with all nations is the first wish of the people. So',
      },
    ],
  }),
  'query.lines': ({ query: word, offset, limit }) => {
    const total = words.includes(word) ? 412 : 0;
    const lines = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => {
      const n = offset + i;
      const text = word === 'كتاب' ? 'قرأ الرجل هذا كتاب في البيت القديم قبل سنة' : (sentences[n % 5] ?? '');
      const pieces = text.split(` ${word === 'كتاب' ? word : 'king'} `);
      const row = documents[n % 10]!;
      return {
        documentId: row.id,
        document: row.name,
        position: n * 37,
        length: 1,
        // The first line begins its text; sides come with their blanks, and with none before a comma.
        left: n === 0 ? '' : `${pieces[0] ?? ''} `,
        node: word,
        right: `${n % 3 === 1 ? ', ' : ' '}${pieces[1] ?? ''}`,
        note: notes.get(n % 12) ?? null,
      };
    });
    return {
      total,
      shown: total,
      hidden: total === 0 ? 0 : 3,
      perMillion: total / 1.3,
      documents: total === 0 ? 0 : 31,
      tokens: 1_300_000,
      lines,
      parts: total === 0 ? word.split(' ').map((part, i) => ({ part, tokens: i * 17 })) : [],
      spellings: total === 0 ? ['king', 'kings'] : [],
    };
  },
  'query.distribution': ({ by }) => ({
    total: 6,
    rows: ['1790', '1830', '1870', '1910', '1950', '1990'].map((value, i) => ({
      value: by === 'match' ? (words[i] ?? value) : value,
      count: 120 - 17 * i,
      tokens: by === 'match' ? null : 200_000 + 1000 * i,
      perMillion: by === 'match' ? null : 600 - 85 * i,
    })),
    dispersion: { dp: 0.31, dpNorm: 0.32, dP: 0.67, juillandD: 0.7, dA: 0.6, dKl: 0.66, range: 31 },
  }),
  'query.strips': ({ stretches }) => ({
    total: documents.length,
    rows: documents.map(({ id, name, tokens }) => ({
      ...{ document: id, name, tokens },
      counts: Array.from({ length: stretches }, (_, at) => Math.max(0, Math.round(4 * fixed(name, at) - 3))),
    })),
  }),
  'query.attributes': () => ({
    attributes: (['word', 'form', 'lemma', 'pos'] as const).map((name) => ({
      name,
      kind: name,
      region: '',
      values: 17,
    })),
    regions: [
      { name: 's', count: 4100 },
      { name: 'text', count: 31 },
    ],
  }),
  'query.complete': ({ query }) => ({
    from: query.lastIndexOf('[') + 1,
    rows: [
      { text: 'lemma', kind: 'attribute', count: 6210 },
      { text: 'pos', kind: 'attribute', count: 17 },
    ],
  }),
  'query.keywords': ({ kind = 'key', offset, limit, tests }) => {
    const total = { key: 214, negative: 131, lock: 86, none: 0 }[kind];
    const sign = { key: 1, negative: -1, lock: 0, none: 0 }[kind];
    const first = { key: 60, negative: 320, lock: 0, none: 0 }[kind];
    return {
      total,
      kinds: { key: 214, negative: 131, lock: 86 },
      target: { tokens: 132_412, texts: 14 },
      reference: { tokens: 240_405, texts: 18 },
      critical: 21.7,
      fewTexts: false,
      rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, step) => {
        const at = offset + step;
        const word = words[first + at] ?? '';
        const size = sign * (5.4 / (1 + at * 0.03)) * (0.7 + 0.6 * fixed(word));
        const count = countOf(first + at);
        return {
          word,
          target: count,
          reference: Math.round((count * 1.8) / 2 ** size),
          targetTexts: 1 + (at % 14),
          referenceTexts: 1 + (at % 18),
          dispersion: fixed(word) * 0.8,
          fisherP: 10 ** -(2 + (at % 40)),
          logLikelihood: sign * (22 + (900 * fixed(word, 3)) / (1 + at * 0.1)),
          twoTermLikelihood: sign * (21 + (900 * fixed(word, 3)) / (1 + at * 0.1)),
          logRatio: size,
          lrc: size * 0.7,
          percentDifference: 100 * (2 ** size - 1),
          oddsRatio: 2 ** size,
          bayesFactor: 10 + (900 * fixed(word, 3)) / (1 + at * 0.1),
          simpleMaths: 2 ** (size * 0.8),
          textLogLikelihood: sign * 12 * fixed(word, 5),
          textLrc: 0,
          kind,
          rankSumP: tests ? fixed(word) / 50 : null,
          permutationP: tests ? 0.001 * (1 + (at % 9)) : null,
        };
      }),
    };
  },
  'query.ngrams': ({ n, frames, offset, limit }) => {
    const total = 640;
    return {
      total,
      tokens: 1_300_000,
      rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, step) => {
        const at = offset + step;
        const parts = Array.from({ length: n }, (_part, place) => words[(at * 7 + place * 3) % 400] ?? '');
        if (frames) parts[1] = '*';
        const base = {
          ngram: parts.join(' '),
          count: Math.round(412 / (1 + at * 0.05)),
          texts: 1 + (at % 31),
        };
        return frames
          ? { ...base, variants: 17, variantRatio: 0.21, topShare: 0.4, top: words[at] ?? '' }
          : {
              ...base,
              subsumed: at % 5 === 3,
              overlap: at % 5 === 3 ? 1 : (at % 4) / 5,
              dispersion: (at % 9) / 10,
            };
      }),
    };
  },
  'lines.context': ({ document }) => ({
    document: documents[document]?.name ?? '',
    left: `${sentences[0]} . ${sentences[1]} . When a `,
    node: 'king',
    right: ` dies without children the crown goes to the prince . ${sentences[3]} .`,
  }),
  'lines.network': ({ words: asked }) => ({
    words: asked.map((word) => ({ word, occurrences: 412, collocates: 300 })),
    parameters: 'logDice, L5–R5, C3–NC3',
    total: 96,
    rows: words.slice(40, 64).map((collocate, at) => ({
      collocate,
      count: 900 - 30 * at,
      links: asked
        .filter((_, of) => (at + of) % (1 + Math.floor(at / 6)) === 0 || of === at % asked.length)
        .map((word, of) => ({ word, rank: 1 + at, together: 60 - at, value: 11 - 0.2 * at - 0.1 * of })),
    })),
  }),
  'lines.collocates': ({ word }) => ({
    total: 300,
    occurrences: 412,
    parameters: 'logDice, L5–R5, C3–NC3',
    rows: nearest(word, 300).map((row, i) => ({
      word: row.word,
      together: Math.round(88 / (1 + i * 0.2)),
      count: row.count,
      texts: Math.round(40 / (1 + i * 0.1)),
      places: [1, 2, 4, 8, 16, 16, 8, 4, 2, 1],
      mi2: 8 + fixed(row.word) * 6,
      mi3: 12 + fixed(row.word) * 6,
      zScore: 20 / (1 + i * 0.05),
      logRatio: 2 + fixed(row.word) * 3,
      deltaP: 0.02 / (1 + i),
      deltaPOfNode: 0.1 / (1 + i),
      minimumSensitivity: 0.1 / (1 + i),
      logDice: 11.2 - i * 0.02,
      mutualInformation: 3 + fixed(row.word) * 6,
      tScore: 8 / (1 + i * 0.05),
      logLikelihood: 320 / (1 + i * 0.3),
    })),
  }),
  'model.preset': ({ texts }) =>
    texts === 'all'
      ? { settings, reason: 'medium', documents: info.documents, tokens: info.tokens, warnings: [] }
      : {
          settings: { ...settings, minCount: 3, negative: 10, epochs: 60 },
          reason: 'small',
          documents: 4,
          tokens: 132_412,
          warnings: [],
        },
  'model.estimate': ({ settings: { minCount = 5 } }) => ({
    keptTypes: Math.round(31_050 / minCount),
    types: 30_000,
    keptShare: 0.97,
    bytes: 34_000_000,
    seconds: 220,
  }),
  'model.pause': () => null,
  'model.continue': () => null,
  'model.stopAndKeep': () => null,
  'model.list': () => models,
  'model.rename': () => models[0]!,
  'model.delete': () => null,
  'model.pairs': ({ sentence }) => {
    const forms = sentence.toLowerCase().split(/\s+/).filter(Boolean);
    const tokens = forms.map((word, i) => ({
      word,
      known: i !== 6,
      subsampled: word === 'the' || word === 'of',
    }));
    const pairs = tokens.flatMap((token, position) => {
      if (!token.known || token.subsampled) return [];
      return tokens.flatMap((other, at) =>
        at === position || Math.abs(at - position) > 2 || !other.known || other.subsampled
          ? []
          : [
              { input: token.word, output: other.word, label: 1 as const, position },
              { input: token.word, output: words[60 + ((at * 31) % 900)] ?? '', label: 0 as const, position },
              { input: token.word, output: words[90 + ((at * 57) % 900)] ?? '', label: 0 as const, position },
            ],
      );
    });
    return { tokens, pairs };
  },
  'search.cosines': ({ stretches }) => ({
    from: -0.3,
    to: 0.88,
    counts: Array.from({ length: stretches }, (_, at) =>
      Math.round(800 * Math.exp(-(((at - stretches / 3) / (stretches / 8)) ** 2))),
    ),
  }),
  'search.neighbours': ({ word, top }) =>
    word === 'queen'
      ? {
          neighbours: nearest(word, top).map((one, rank) => ({
            ...one,
            low: one.score - 0.06 - 0.09 * fixed(word, rank),
            high: one.score - 0.01 + 0.04 * fixed(word, rank + 7),
            runs: Math.max(0, 25 - Math.round(rank * 1.2 * fixed(word, rank))),
            of: 25,
          })),
          study: { kind: 'bootstrap', runs: 25, overlap: 0.26 },
        }
      : { neighbours: nearest(word, top), study: null },
  'study.cost': () => ({
    study: 'bootstrap',
    model: models[0]!.name,
    runs: 25,
    done: 0,
    atOnce: 2,
    seconds: 72,
    bytes: 42_000_000,
    disk: 30_000_000,
    parts: null,
    leftOut: 0,
  }),
  'search.analogy': ({ positive, negative, top }) => {
    const neighbours = nearest(positive[positive.length - 1]!, top, 50);
    neighbours[0] = { ...neighbours[0]!, word: 'queen' };
    const given = [...positive, ...negative].map((word, i) => ({
      word,
      score: 0.79 - i * 0.07,
      count: 900 - i * 70,
      documents: 12,
      isInput: true,
    }));
    return {
      neighbours,
      study: null,
      ranking: [...neighbours, ...given].toSorted((a, b) => b.score - a.score),
      baseline: nearest(positive[positive.length - 1]!, 10),
    };
  },
  'search.odd': ({ words: asked }) => ({
    word: asked[asked.length - 1]!,
    scores: asked.map((word, i) => ({ word, score: 0.62 - i * 0.11 })),
  }),
  'search.similarity': () => ({ score: 0.61, study: null }),
  'search.vectors': ({ words: asked }) => {
    const values = new Float32Array(asked.length * 100);
    asked.forEach((word, i) => values.set(vector(word, 100), i * 100));
    return { words: asked, dimensions: 100, values, unknown: [] };
  },
  'search.matrix': ({ words: asked }) => {
    const vectors = asked.map((word) => vector(word, 100));
    const values = Float32Array.from(vectors.flatMap((a) => vectors.map((b) => cosine(a, b))));
    const clustered = asked
      .map((_, i) => i)
      .toSorted((a, b) => (asked[a]?.length ?? 0) - (asked[b]?.length ?? 0));
    // A stair, each step a little less alike: enough to look at.
    const tree = asked
      .slice(1)
      .map((_, at) => ({ start: 0, middle: at + 1, end: at + 2, value: 0.9 - at / 12 }));
    const low = values.map((value) => value - 0.12);
    const high = values.map((value) => Math.min(1, value + 0.08));
    return { words: asked, values, clustered, tree, low, high };
  },
  'search.why': ({ first, second }) => {
    for (const word of [first, second]) nearest(word, 1);
    const line = (word: string, at: number) => ({
      documentId: documents[at]!.id,
      document: documents[at]!.name,
      position: 41 + at,
      left: 'of the land. Peace with the ',
      node: word,
      right: ' and with all nations is the first wish of the people. So',
    });
    const context = (at: number) => ({
      together: 40 - 2 * at,
      texts: 1 + ((14 - at) % 12),
      weight: 4 / (1 + at),
    });
    const own = (word: string, from: number) =>
      Array.from({ length: 8 }, (_, at) => ({
        word: words[from + at] ?? '',
        ...context(at),
        line: line(word, at),
      }));
    return {
      first,
      second,
      cosine: 0.6134,
      contextCosine: 0.2811,
      window: 5,
      sharedTotal: 214,
      shared: Array.from({ length: 15 }, (_, at) => ({
        word: words[60 + at] ?? '',
        first: context(at),
        second: context(at + 2),
        share: 0.06 / (1 + at),
        lines: [line(first, at % 10), line(second, (at + 1) % 10)] as const,
      })),
      onlyFirst: own(first, 120),
      onlySecond: own(second, 140),
      texts: { first: 11, second: 7, both: 6 },
      unseen: [
        { word: 'scepter', first: 2, second: 1 },
        { word: 'regency', first: 1, second: 1 },
      ],
    };
  },
  'model.methods': ({ locale }) => ({
    model: models[0]!.name,
    text:
      locale === 'zh'
        ? '词向量由 Firth 0.1.0 训练：12 个文本，1,300,000 个词例。'
        : 'Word vectors were trained with Firth 0.1.0 on 12 texts of 1,300,000 tokens.',
  }),
  'model.bundle': ({ model = '' }) => ({
    model,
    files: ['methods.en.txt', 'methods.zh.txt', 'methods.docx', 'firth.bib', 'firth.csl.json', 'commands.sh'],
    doubts: ['threads'],
  }),
  'search.predict': ({ left, top }) => ({
    predictions: nearest('king', top).map(({ word }, i) => ({ word, probability: 0.14 / (1 + i * 0.5) })),
    method: settings,
    known: left.split(' '),
    unknown: ['zebroid'],
  }),
  ...sequenceAnswers,
  ...mapAnswers,
  ...changeAnswers,
  'exchange.export': () => ({
    files: ['vectors.csv', 'vectors.settings.json'],
    rows: 6210,
    columns: 101,
    changed: 2,
  }),
};
