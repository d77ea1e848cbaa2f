import { extname } from 'node:path';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { WordMap } from '../contract/map.ts';
import { exportTable, type TableOptions } from '../exchange/tables.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { comparedNeighbours } from '../map/lay-out.ts';
import { runMap } from '../map/run-map.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { loadStudy } from '../opened/loaded-study.ts';
import { nearInRuns } from '../opened/near-in-runs.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { readGivenFile } from './read-given-file.ts';

type Request = Checked<'map.words'>;
type OnMap = Pick<Request, 'list' | 'only' | 'most'>;

/** Below this there is no plane to speak of. */
const leastWords = 4;

export const mapCalls: Handlers<'map'> = {
  'map.words': async (session, request, hooks) => {
    const format = request.target === undefined ? null : formatOf(pathOf(request.target));
    const loaded = loadModel(session, request.model);
    const { space, model } = loaded;
    const { rows, unknown } = chosenRows(loaded, request);
    const values = new Float32Array(rows.length * space.dimensions);
    rows.forEach((row, at) => values.set(space.unitVector(row), at * space.dimensions));
    const layout = await runMap(
      session.environment.workers.map,
      {
        module: kernelModule(session.environment, 'map', 'strict'),
        request: {
          method: request.method,
          values,
          dimensions: space.dimensions,
          seed: request.seed,
          groups: request.groups,
        },
      },
      { signal: hooks.signal, onShare: shareOf(hooks, 'mapping') },
    );
    const map: WordMap = {
      model: model.name,
      method: request.method,
      words: rows.map((row) => space.words[row]!),
      counts: rows.map((row) => space.counts?.[row] ?? 0),
      coordinates: layout.coordinates,
      shares: layout.shares,
      kept: layout.kept,
      groups: layout.groups,
      groupNames: layout.middles.map((points) => points.map((point) => space.words[rows[point]!]!)),
      keptByChance: Math.min(1, comparedNeighbours / (rows.length - 1)),
      unknown,
      files: [],
    };
    if (request.target === undefined || format === null) return map;
    return { ...map, files: await written(map, format, pathOf(request.target), request) };
  },
  'map.runs': async (session, request, hooks) => {
    const loaded = loadModel(session, request.model);
    const { rows } = chosenRows(loaded, request);
    const of =
      request.of === undefined
        ? rows
        : [...new Set(request.of.map((word) => loaded.find(word)))].filter((row) => row >= 0);
    const study = loadStudy(session, loaded);
    const { words } = loaded.space;
    const about = { model: loaded.model.name, words: of.map((row) => words[row]!) };
    if (study === null)
      return {
        ...about,
        study: null,
        runs: 0,
        each: 0,
        near: new Int32Array(),
        kept: new Float64Array(of.length).fill(Number.NaN),
      };
    const { near, each, kept } = await finishSteps(nearInRuns(study, loaded, { of, among: rows }), {
      signal: hooks.signal,
      onProgress: shareOf(hooks, 'comparing'),
    });
    return { ...about, study: study.kind, runs: study.runs.count, each, near, kept };
  },
};

type Format = TableOptions['format'] | 'json';

/** @throws AppError E_REQUEST_INVALID */
function formatOf(path: string): Format {
  const format = extname(path).slice(1).toLowerCase();
  if (['csv', 'tsv', 'xlsx', 'json'].includes(format)) return format as Format;
  throw new AppError('E_REQUEST_INVALID', {
    field: 'out',
    reason: 'the file ends in .csv, .tsv, .xlsx or .json',
  });
}

/** @throws AppError E_TOO_FEW_WORDS where the model knows fewer than four */
function chosenRows(
  loaded: LoadedModel,
  { list, only, most }: OnMap,
): { readonly rows: readonly number[]; readonly unknown: readonly string[] } {
  const { space } = loaded;
  const asked = [...(only ?? []), ...(list === undefined ? [] : linesOf(pathOf(list)))];
  if (list === undefined && only === undefined)
    return enough({
      rows: Array.from({ length: Math.min(most, space.words.length) }, (_, row) => row),
      unknown: [],
    });
  return enough({
    rows: [...new Set(asked.map((word) => loaded.find(word)))].filter((row) => row >= 0),
    unknown: asked.filter((word) => loaded.find(word) < 0),
  });
}

function enough<T extends { readonly rows: readonly number[] }>(chosen: T): T {
  if (chosen.rows.length < leastWords)
    throw new AppError('E_TOO_FEW_WORDS', { words: chosen.rows.length, least: leastWords });
  return chosen;
}

const linesOf = (path: string) =>
  readGivenFile(path)
    .text.replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

async function written(
  map: WordMap,
  format: Format,
  target: string,
  { seed }: Request,
): Promise<readonly string[]> {
  const { words, counts, coordinates } = map;
  const place = (at: number) => [coordinates[at * 2]!, coordinates[at * 2 + 1]!] as const;
  if (format !== 'json') {
    const rows = words.map((word, at) => [word, ...place(at), counts[at]!]);
    const columns = [
      { name: 'word', kind: 'text' },
      { name: 'x', kind: 'number' },
      { name: 'y', kind: 'number' },
      { name: 'count', kind: 'number' },
    ] as const;
    return (await exportTable({ columns, rows }, { format, preset: 'exchange', target })).files;
  }
  const { model, method, shares, kept, keptByChance } = map;
  const points = words.map((word, at) => ({ word, x: place(at)[0], y: place(at)[1], count: counts[at]! }));
  return writeWhole([target], ([file]) => {
    file!.write(`${JSON.stringify({ model, method, seed, shares, kept, keptByChance, points }, null, 1)}\n`);
    return Promise.resolve([file!.name]);
  });
}
