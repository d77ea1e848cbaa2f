import type * as v from 'valibot';
import { pageSize } from './connection.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { tablesOf } from './migrations.ts';
import { modelNames } from './models.ts';
import { addSequenceModel, hashOfWeights, readSequenceWords, readWeights } from './sequence-models.ts';
import type { Weight } from './sequence-models.ts';
import { sequenceHistory, sequenceSettings, splitRecord } from './sequence-records.ts';
import { storedOrNull } from './stored-json.ts';

interface SequenceRow {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly settings: string;
  readonly history: string;
  readonly texts: string;
  readonly corpus: string;
  readonly sha256: string;
  readonly created_at: number;
}

/** No weight may be larger than the file. */
function checkSizes(db: ReadDb, id: number): void {
  const bytes = (db.pragma('page_count', { simple: true }) as number) * pageSize;
  const numbers = db
    .prepare<[number], number>('SELECT sum(rows * dimensions) FROM weights WHERE model_id = ? AND rows > 0')
    .pluck()
    .get(id);
  if (!((numbers ?? 0) * 4 <= bytes)) throw new RangeError('shape');
}

/** The name that the parent has, where it can be told. */
function nameOfParent(db: ReadDb, parent: number | null): string | null {
  try {
    if (parent === null) return null;
    return db.prepare<[number], string>('SELECT name FROM models WHERE id = ?').pluck().get(parent) ?? null;
  } catch {
    return null;
  }
}

function wholeWeights(
  db: ReadDb,
  { id, sha256, name }: SequenceRow,
  words: number,
  lose: Lose,
): readonly Weight[] {
  checkSizes(db, id);
  const weights = readWeights(db, id);
  // Rows and tables may have gone one without the other.
  if (words === 0 || weights.find((weight) => weight.name === 'embedding.weight')?.rows !== words)
    throw new RangeError('shape');
  if (hashOfWeights(weights) !== sha256) lose(`${name}: weights not as they were`);
  return weights;
}

/** Copies the recurrent models that can be read. @returns how many */
export function rescueSequences(db: ReadDb, target: WriteDb, lose: Lose): number {
  // An older project has no table for recurrent models.
  if (!tablesOf(db).has('sequence_models')) return 0;
  let rescued = 0;
  const there = new Set(modelNames(target));
  const rows = lenientRows<SequenceRow>(db, 'SELECT * FROM sequence_models', () =>
    lose('some recurrent models'),
  );
  const storedOr = (schema: v.GenericSchema, json: string, what: string): unknown => {
    const found = storedOrNull(schema, json);
    if (found === null) lose(what);
    return found ?? {};
  };
  for (const row of rows) {
    const { id, name, settings, history, texts, corpus, created_at } = row;
    try {
      const { forms, counts } = readSequenceWords(db, id);
      const own = storedOrNull(sequenceSettings, settings);
      // Without its settings nobody knows what its weights mean.
      if (own === null) throw new RangeError('settings');
      const parent = nameOfParent(db, row.parent);
      addSequenceModel(target, {
        name,
        forms,
        counts,
        parent,
        settings: own,
        history: storedOr(sequenceHistory, history, `${name}: history`),
        texts: storedOr(splitRecord, texts, `${name}: texts`),
        weights: wholeWeights(db, row, forms.length, lose),
        corpus,
        createdAt: created_at,
      });
      rescued++;
      if (row.parent !== null && (parent === null || !there.has(parent)))
        lose(`recurrent model ${name}: the vectors that it began with are not there`);
    } catch {
      lose(`recurrent model ${name}`);
    }
  }
  return rescued;
}
