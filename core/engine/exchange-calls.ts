import { AppError } from '../contract/errors.ts';
import type { Checked, Output } from '../contract/contract.ts';
import type { ExportResult } from '../contract/exchange.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Table } from '../exchange/table.ts';
import { requireOwn, writeSidecar } from '../exchange/beside.ts';
import { exportTable, type TableOptions } from '../exchange/tables.ts';
import { exportVectors } from '../exchange/vector-writers.ts';
import { exportWeights, surprisalTable } from './export-sequence.ts';
import { frequencyTable, importReportTable, neighbourTable, vocabularyTable } from './export-tables.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { linesTable } from './lines-table.ts';
import { goOn } from '../stop-signal.ts';
import { loadModel } from '../opened/loaded-model.ts';
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
        return writeTable(request, vocabularyTable(session, request), hooks);
      case 'neighbours':
        return writeTable(request, neighbourTable(session, request), hooks);
      case 'frequencies':
        return writeTable(request, frequencyTable(session), hooks);
      case 'import-report':
        return writeTable(request, importReportTable(session), hooks);
      case 'sequence':
        return writeWeights(session, request, hooks);
      case 'surprisal':
        return writeSurprisal(session, request, hooks);
    }
  },
  'exchange.table': async (session, { columns, rows, format, settings, ...request }, hooks) => {
    if (rows.some((row) => row.length !== columns.length))
      throw new AppError('E_REQUEST_INVALID', {
        field: 'rows',
        reason: 'other cells than there are columns',
      });
    const options = { ...tableOptions(request), format };
    if (settings === undefined) return exportTable({ columns, rows }, options, hooks);
    return writeWithSettings({ columns, rows }, { project: session.fileName(), ...settings }, options, hooks);
  },
  'exchange.lines': (session, { format, ...request }, hooks) => {
    const { target: _target, preset: _preset, locale: _locale, ...asked } = request;
    const { table, settings } = linesTable(session, asked, () => goOn(hooks.signal));
    const options = { ...tableOptions(request), format };
    return writeWithSettings(table, { project: session.fileName(), ...settings }, options, hooks);
  },
};

/** Pages have their settings above the rows, tables in a file beside them. */
async function writeWithSettings(
  table: Table,
  settings: Readonly<Record<string, unknown>>,
  options: TableOptions,
  hooks: Hooks,
): Promise<ExportResult> {
  if (options.format === 'docx' || options.format === 'html')
    return exportTable(table, { ...options, about: aboutOf(settings) }, hooks);
  requireOwn(options.target);
  const written = await exportTable(table, options, hooks);
  const sidecar = await writeSidecar(options.target, written.files, settings);
  return { ...written, files: [...written.files, sidecar] };
}

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

/** Settings as lines that people read. */
const aboutOf = (settings: Readonly<Record<string, unknown>>) =>
  Object.entries(settings)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([name, value]) =>
        [
          name,
          typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`,
        ] as const,
    );

function tableOptions({ target, preset, locale }: Pick<Request, 'target' | 'preset' | 'locale'>) {
  return { target: pathOf(target), preset, ...(locale === undefined ? {} : { locale }) };
}

function writeTable(request: Request, table: Table, hooks: Hooks): Promise<Output<'exchange.export'>> {
  return exportTable(table, { ...tableOptions(request), format: tableFormat(request) }, hooks);
}

function tableFormat({ format, what }: Request): 'csv' | 'tsv' | 'xlsx' {
  if (format === 'csv' || format === 'tsv' || format === 'xlsx') return format;
  throw new AppError('E_REQUEST_INVALID', { field: 'format', reason: `${what} are a table` });
}
