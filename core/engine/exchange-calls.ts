import { isEncodingUnsure, type FileReport } from '../contract/corpus.ts';
import { AppError } from '../contract/errors.ts';
import type { Checked, Output } from '../contract/contract.ts';
import type { Hooks } from '../contract/progress.ts';
import { exportTable, type Table } from '../exchange/tables.ts';
import { exportVectors } from '../exchange/vector-writers.ts';
import { listImports } from '../project/documents.ts';
import { nearestTo } from '../vectors/neighbours.ts';
import { exportWeights, surprisalTable } from './export-sequence.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { loadModel } from '../opened/loaded-model.ts';
import { wordRows } from '../opened/word-rows.ts';
import type { Session } from './session.ts';
import { subCorpusOf } from '../opened/training-texts.ts';

type Request = Checked<'exchange.export'>;

export const exchangeCalls: Handlers<'exchange'> = {
  'exchange.export': (session, request, hooks) => {
    switch (request.what) {
      case 'vectors':
      case 'output-vectors':
        return writeVectors(session, request, hooks);
      case 'vocabulary':
        return writeTable(request, vocabulary(session, request), hooks);
      case 'neighbours':
        return writeTable(request, neighbours(session, request), hooks);
      case 'frequencies':
        return writeTable(request, frequencies(session), hooks);
      case 'import-report':
        return writeTable(request, importReport(session), hooks);
      case 'sequence':
        return writeWeights(session, request, hooks);
      case 'surprisal':
        return writeSurprisal(session, request, hooks);
    }
  },
};

function writeVectors(session: Session, request: Request, hooks: Hooks): Promise<Output<'exchange.export'>> {
  const loaded = loadModel(session, request.model);
  const { space, model } = loaded;
  const { dimensions, words, counts } = space;
  const subCorpus = subCorpusOf(model);
  const { format } = request;
  if (format === 'safetensors')
    throw new AppError('E_REQUEST_INVALID', { field: 'format', reason: 'it is for recurrent models' });
  const values = request.what === 'vectors' ? space.values : loaded.output();
  return exportVectors(
    { words, counts, dimensions, values },
    {
      ...tableOptions(request),
      format,
      settings: {
        model: model.name,
        settings: model.settings,
        ...(subCorpus === null ? {} : { subCorpus }),
      },
    },
    hooks,
  );
}

function writeWeights(session: Session, request: Request, hooks: Hooks): Promise<Output<'exchange.export'>> {
  if (request.format !== 'safetensors')
    throw new AppError('E_REQUEST_INVALID', { field: 'format', reason: 'recurrent models are safetensors' });
  return exportWeights(session, { name: request.sequence, target: pathOf(request.target) }, hooks);
}

async function writeSurprisal(
  session: Session,
  request: Request,
  hooks: Hooks,
): Promise<Output<'exchange.export'>> {
  tableFormat(request);
  return writeTable(request, await surprisalTable(session, request.sequence, hooks), hooks);
}

function tableOptions({ target, preset, locale }: Request) {
  return { target: pathOf(target), preset, ...(locale === undefined ? {} : { locale }) };
}

function writeTable(request: Request, table: Table, hooks: Hooks): Promise<Output<'exchange.export'>> {
  return exportTable(table, { ...tableOptions(request), format: tableFormat(request) }, hooks);
}

function tableFormat({ format, what }: Request): 'csv' | 'tsv' | 'xlsx' {
  if (format === 'csv' || format === 'tsv' || format === 'xlsx') return format;
  throw new AppError('E_REQUEST_INVALID', { field: 'format', reason: `${what} are a table` });
}

function vocabulary(session: Session, request: Request): Table {
  const { space } = loadModel(session, request.model);
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
    ],
    rows: space.words.map((word, row) => [word, space.counts?.[row] ?? 0]),
  };
}

/** Reliability runs are not in the project yet: their columns stay empty, so that the layout need not change. */
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

function neighbours(session: Session, request: Request): Table {
  const { words, measure, raw, top, minCount, model } = request;
  if (words.length === 0) throw new AppError('E_NO_WORDS');
  const loaded = loadModel(session, model);
  const rows = words.flatMap((word) => {
    const row = loaded.row(word);
    const ranked = nearestTo(loaded.space, loaded.scores(raw), loaded.space.vector(row), {
      measure,
      top,
      exclude: [row],
      ...(minCount === undefined ? {} : { minCount }),
    });
    const documents = loaded.documents(ranked.map((one) => one.row));
    return ranked.map(({ row: near, score }, at) => [
      loaded.space.words[row]!,
      at + 1,
      loaded.space.words[near]!,
      measure,
      score,
      loaded.space.counts?.[near] ?? null,
      documents[at] ?? null,
      null,
      null,
      null,
    ]);
  });
  return { columns: neighbourColumns, rows };
}

function importReport({ project }: Session): Table {
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

function frequencies(session: Session): Table {
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
      { name: 'per_million', kind: 'number' },
      { name: 'documents', kind: 'number' },
      { name: 'dispersion', kind: 'number' },
    ],
    rows: wordRows(session)
      .rows.toSorted((a, b) => b.count - a.count)
      .map(({ word, count, perMillion, documents, dispersion }) => [
        word,
        count,
        perMillion,
        documents,
        dispersion,
      ]),
  };
}
