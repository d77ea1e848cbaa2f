import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { RescueReport } from '../contract/project.ts';
import type { Environment } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { change } from './changes.ts';
import { openForReading, pageSize } from './connection.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { describeMatrix, readMatrix } from './matrices.ts';
import type { MatrixName } from './matrices.ts';
import { addModel, readModelWords } from './models.ts';
import { copyProjectFile } from './open-copy.ts';
import { nameAltered } from './name-altered.ts';
import { openProject } from './open-project.ts';
import { inPassingFolder } from './passing-folder.ts';
import { repairedCopy } from './repair-copy.ts';
import { rescueImports } from './rescue-imports.ts';
import { rescueOwnWork } from './rescue-own-work.ts';
import { rescueSequences } from './rescue-sequences.ts';
import { rescueSteps } from './rescue-steps.ts';
import { rescueStudies } from './rescue-studies.ts';
import { modelHealthRecord, modelHistory, modelSettings } from './model-records.ts';
import { fitsProjectSetting } from './project-settings.ts';
import { writeSetting } from './settings.ts';
import { isOnlyTooLong, shortenValues } from './shorten-copy.ts';
import { soundCopy } from './sound-copy.ts';
import { storedOrNull } from './stored-json.ts';
import { namingCauses } from './sqlite-errors.ts';
import { resolveTarget } from './target-path.ts';
import { verifyProject } from './verify.ts';

interface ModelRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'trained' | 'imported';
  readonly dimensions: number;
  readonly settings: string;
  readonly history: string;
  readonly health: string;
  readonly corpus: string | null;
  readonly created_at: number;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

const sha256Of = (values: Float32Array) => createHash('sha256').update(values).digest('hex');

/** A whole matrix, or null; named as lost also when its numbers are no longer the ones that were stored. */
function rescueMatrix(
  db: ReadDb,
  { id, name }: ModelRow,
  matrix: MatrixName,
  lose: Lose,
): Float32Array | null {
  try {
    const { rows, dimensions } = describeMatrix(db, id, matrix);
    const bytes = (db.pragma('page_count', { simple: true }) as number) * pageSize;
    if (!(rows >= 0 && dimensions >= 1 && rows * dimensions * 4 <= bytes)) throw new RangeError('shape');
    const values = readMatrix(db, id, matrix);
    if (describeMatrix(db, id, matrix).sha256 !== sha256Of(values))
      lose(`${name}: ${matrix} vectors not as they were`);
    return values;
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'E_NO_OUTPUT_LAYER'))
      lose(`${name}: ${matrix} vectors`);
    return null;
  }
}

function rescueModels(db: ReadDb, target: WriteDb, lose: Lose): number {
  let rescued = 0;
  for (const row of lenientRows<ModelRow>(db, 'SELECT * FROM models', () => lose('some models'))) {
    const { name, kind, dimensions, settings, history, health, corpus, created_at } = row;
    try {
      const { forms, counts } = readModelWords(db, row.id);
      const input = rescueMatrix(db, row, 'input', lose);
      if (input === null) continue;
      const output = rescueMatrix(db, row, 'output', lose);
      const json = {
        settings: storedOrNull(modelSettings, settings),
        history: storedOrNull(modelHistory, history),
        health: storedOrNull(modelHealthRecord, health),
      };
      for (const part of ['settings', 'history', 'health'] as const)
        if (json[part] === null && row[part] !== 'null') lose(`${name}: ${part}`);
      addModel(target, {
        name,
        kind,
        forms,
        counts,
        dimensions,
        input,
        output,
        ...json,
        corpus,
        createdAt: created_at,
      });
      rescued++;
    } catch {
      lose(`model ${name}`);
    }
  }
  return rescued;
}

function rescueSettings(db: ReadDb, target: WriteDb, lose: Lose): void {
  interface Row {
    readonly id: number;
    readonly name: string;
    readonly value: string;
  }
  for (const { name, value } of lenientRows<Row>(db, 'SELECT id, name, value FROM settings', () =>
    lose('settings'),
  )) {
    if (fitsProjectSetting(name, value)) writeSetting(target, name, parsed(value));
    else lose(`setting ${name}`);
  }
}

/** A file that Firth made itself when it did not yet look at lengths as it wrote. */
const hasOnlyLongValues = (environment: Environment, source: string): boolean =>
  inPassingFolder(environment, source, ({ copyPath }) =>
    isOnlyTooLong(copyPath, copyProjectFile(source, copyPath), basename(source)),
  );

/**
 * Copies what can be read of a damaged project into a new file. The damaged file is not touched.
 * @param out where nothing stands yet
 * @throws AppError E_NOT_A_PROJECT, E_NEWER_VERSION, E_UNSAFE (of `path`, unless some of its values are only too long), E_CHANGED (something stands at `out`),
 * E_DAMAGED when nothing at all can be read, E_NO_SPACE, E_READ_ONLY
 */
export function rescueProject(environment: Environment, path: string, out: string): RescueReport {
  const source = resolveTarget(path);
  const target = resolveTarget(out);
  const file = basename(source);
  if (existsSync(target)) throw new AppError('E_CHANGED', { file: basename(target) });
  const { ok, code } = verifyProject(environment, source);
  const isLong = code === 'E_UNSAFE' && hasOnlyLongValues(environment, source);
  if (!ok && !isLong && code !== 'E_DAMAGED' && code !== 'E_NOT_SAVED_CLEANLY') {
    throw new AppError(code as 'E_NOT_A_PROJECT', { file });
  }
  return inPassingFolder(environment, source, ({ copyPath, temporaryFolder }) =>
    namingCauses(file, () => {
      const lost = [...repairedCopy(environment, { source, copyPath, folder: temporaryFolder })];
      if (isLong) lost.push(...shortenValues(copyPath));
      const lose = (what: string) => {
        if (!lost.includes(what)) lost.push(what);
      };
      const sound = soundCopy(environment, { copyPath, folder: temporaryFolder }, lose);
      const db = openForReading(sound);
      // Places of words are made anew.
      for (const what of nameAltered(db, ['postings'])) lose(what);
      const rescued = openProject(environment, target, { create: true, leftover: 'discard' });
      try {
        const texts = rescueImports(db, rescued.db, environment.now(), lose);
        const models = rescueModels(db, rescued.db, lose) + rescueSequences(db, rescued.db, lose);
        rescueSteps(db, rescued.db, lose);
        rescueStudies(db, rescued.db, lose);
        rescueOwnWork(db, rescued.db, texts, lose);
        rescueSettings(db, rescued.db, lose);
        change(rescued.db, () => markStaleModels(rescued.db));
        if (texts.size + models === 0)
          throw new AppError('E_DAMAGED', { file, reason: 'nothing can be read' });
        rescued.save();
        return { documents: texts.size, models, lost };
      } finally {
        db.close();
        rescued.close({ save: false });
      }
    }),
  );
}
