import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readSteps, storeSteps } from './learning-steps.ts';
import type { Lose } from './lenient-rows.ts';
import { tablesOf } from './migrations.ts';
import { findModel } from './models.ts';

/** Copies what trainings kept on their way and is as it was stored, to the models that were rescued. */
export function rescueSteps(db: ReadDb, target: WriteDb, lose: Lose): void {
  if (!tablesOf(db).has('learning_steps')) return;
  const models = db
    .prepare<[], { id: number; name: string }>(
      'SELECT DISTINCT models.id, name FROM models JOIN learning_steps ON model_id = models.id ORDER BY models.id',
    )
    .all();
  for (const { id, name } of models) {
    const lost = () => lose(`${name}: steps of the training`);
    try {
      const model = findModel(target, name);
      const steps = readSteps(db, { ...model, id }, lost);
      change(target, () => storeSteps(target, model.id, steps));
    } catch {
      lost();
    }
  }
}
