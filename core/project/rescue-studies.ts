import type { ReadDb, WriteDb } from './connection.ts';
import type { Lose } from './lenient-rows.ts';
import { tablesOf } from './migrations.ts';
import { findModel } from './models.ts';
import { hashOfRun, listStudies, readRun, storeRun } from './studies.ts';

/** Copies the runs of studies that are as they were stored, and what others failed with, to the models that were rescued. What is lost can be made again. */
export function rescueStudies(db: ReadDb, target: WriteDb, lose: Lose): void {
  if (!tablesOf(db).has('studies')) return;
  try {
    for (const { modelId, kind, division, createdAt, runs } of listStudies(db)) {
      const name = db.prepare<[number], string>('SELECT name FROM models WHERE id = ?').pluck().get(modelId);
      for (const { id, number, failure, seconds, sha256 } of runs) {
        try {
          const { id: model, words, dimensions } = findModel(target, name);
          if (failure !== null) {
            storeRun(
              target,
              { modelId: model, kind, division, dimensions, now: createdAt },
              { number, seconds, failure },
            );
            continue;
          }
          const rows = readRun(db, id, { words, dimensions });
          if (hashOfRun(rows, dimensions) !== sha256) throw new RangeError('rows');
          const study = { modelId: model, kind, division, dimensions, now: createdAt };
          storeRun(target, study, { number, seconds, rows });
        } catch {
          lose(`study of ${name}: run ${number}`);
        }
      }
    }
  } catch {
    lose('studies');
  }
}
