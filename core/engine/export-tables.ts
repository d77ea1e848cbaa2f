import type { Checked } from '../contract/contract.ts';
import { isEncodingUnsure, type FileReport } from '../contract/import.ts';
import { AppError } from '../contract/errors.ts';
import type { Table } from '../exchange/table.ts';
import { neighbourSpread } from '../opened/answer-spread.ts';
import { loadStudy } from '../opened/loaded-study.ts';
import { loadModel } from '../opened/loaded-model.ts';
import type { Opened } from '../opened/opened.ts';
import { allWords } from '../opened/counted-words.ts';
import { listImports } from '../project/documents.ts';
import { nearestTo } from '../vectors/neighbours.ts';

type Request = Checked<'exchange.export'>;

/** The words of a model. */
export function vocabularyTable(opened: Opened, { model }: Pick<Request, 'model'>): Table {
  const { space } = loadModel(opened, model);
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
    ],
    rows: space.words.map((word, row) => [word, space.counts?.[row] ?? 0]),
  };
}

/** The last three are empty where no study of the model was made. */
const neighbourColumns: Table['columns'] = [
  { name: 'query', kind: 'text' },
  { name: 'rank', kind: 'number' },
  { name: 'neighbour', kind: 'text' },
  { name: 'measure', kind: 'text' },
  { name: 'value', kind: 'number' },
  { name: 'freq', kind: 'number' },
  { name: 'range', kind: 'number' },
  { name: 'runs_in', kind: 'number' },
  { name: 'ci_low', kind: 'number' },
  { name: 'ci_high', kind: 'number' },
];

/** The nearest words of some words. @throws AppError E_NO_WORDS */
export function neighbourTable(opened: Opened, request: Request): Table {
  const { words, measure, raw, top, minCount, model } = request;
  if (words.length === 0) throw new AppError('E_NO_WORDS');
  const loaded = loadModel(opened, model);
  const study = measure === 'cosine' ? loadStudy(opened, loaded) : null;
  const rows = words.flatMap((word) => {
    const row = loaded.row(word);
    const ranked = nearestTo(loaded.space, loaded.scores(raw), loaded.space.vector(row), {
      measure,
      top,
      exclude: [row],
      minCount,
    });
    const near = ranked.map((one) => one.row);
    const documents = loaded.documents(near);
    const spreads =
      study === null
        ? []
        : neighbourSpread(study, loaded, row, {
            rows: near,
            scores: ranked.map(({ score }) => score),
            top,
            exclude: [row],
            minCount,
          }).spreads;
    return ranked.map(({ row: other, score }, at) => [
      loaded.space.words[row]!,
      at + 1,
      loaded.space.words[other]!,
      measure,
      score,
      loaded.space.counts?.[other] ?? null,
      documents[at] ?? null,
      spreads[at]?.runs ?? null,
      spreads[at]?.low ?? null,
      spreads[at]?.high ?? null,
    ]);
  });
  return { columns: neighbourColumns, rows };
}

/** What became of every file of every import. */
export function importReportTable({ project }: Opened): Table {
  const text = (name: string) => ({ name, kind: 'text' }) as const;
  const number = (name: string) => ({ name, kind: 'number' }) as const;
  return {
    columns: [
      // Its number, not its time: the same imports give the same file.
      number('import'),
      text('file'),
      text('result'),
      text('reason'),
      text('encoding'),
      number('encoding_confidence'),
      text('language'),
      text('method'),
      ...['bytes', 'texts', 'empty_parts', 'characters', 'tokens', 'replaced_bytes'].map(number),
      ...['dropped_punctuation', 'dropped_numbers', 'respelled'].map(number),
    ],
    rows: listImports(project.db).flatMap(({ files, skipped }, at) => [
      ...files.map((one) => [
        at + 1,
        one.file,
        one.suspicious || isEncodingUnsure(one) ? 'read, look at it' : 'read',
        '',
        one.encoding,
        one.encodingConfidence,
        one.language,
        one.method,
        one.bytes,
        // Reports of before there were several texts in a file.
        (one as Partial<FileReport>).documents ?? 1,
        (one as Partial<FileReport>).emptyParts ?? 0,
        one.characters,
        one.tokens,
        one.replacedCount,
        one.dropped.punctuation,
        one.dropped.numbers,
        one.respelled ?? 0,
      ]),
      ...skipped.map((one) => [
        at + 1,
        one.file,
        'left out',
        one.code,
        ...['', null, '', ''],
        ...Array.from({ length: 9 }, () => null),
      ]),
    ]),
  };
}

/** The words of the corpus, the most frequent first. */
export function frequencyTable(opened: Opened): Table {
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
      { name: 'per_million', kind: 'number' },
      { name: 'documents', kind: 'number' },
      { name: 'dispersion', kind: 'number' },
    ],
    rows: allWords(opened).map(({ word, count, perMillion, documents, dispersion }) => [
      word,
      count,
      perMillion,
      documents,
      dispersion,
    ]),
  };
}
