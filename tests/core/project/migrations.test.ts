import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import type { WriteDb } from '../../../core/project/connection.ts';
import { corpusSummary, listDocuments } from '../../../core/project/documents.ts';
import { listLayers } from '../../../core/project/layers.ts';
import { listNotes } from '../../../core/project/line-notes.ts';
import { migrate, migrations, readSchema, schemaVersion } from '../../../core/project/migrations.ts';
import { findModel } from '../../../core/project/models.ts';
import { readRegions } from '../../../core/project/regions.ts';
import { listSavedQueries } from '../../../core/project/saved-queries.ts';
import { listSequenceModels } from '../../../core/project/sequence-models.ts';
import { listStudies } from '../../../core/project/studies.ts';
import { readSteps } from '../../../core/project/learning-steps.ts';
import { listWordLists } from '../../../core/project/word-lists.ts';
import { temporaryPlace } from './temporary-project.ts';

const schemaFile = join(import.meta.dirname, '../../../core/project/schema.sql');
const fixtures = join(import.meta.dirname, '../../fixtures/projects');

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('make what schema.sql shows', () => {
    const shown = new Database(':memory:');
    shown.exec(readFileSync(schemaFile, 'utf8'));
    const migrated = new Database(':memory:') as unknown as WriteDb;
    migrate(migrated);
    expect(readSchema(shown as unknown as WriteDb, 1000)).toEqual(readSchema(migrated, 1000));
  });

  it('make the same schema step by step and at once', () => {
    const fresh = new Database(':memory:') as unknown as WriteDb;
    migrate(fresh);
    const stepwise = new Database(':memory:') as unknown as WriteDb;
    for (let version = 1; version <= schemaVersion; version++) migrate(stepwise, version);
    expect(readSchema(stepwise, 1000)).toEqual(readSchema(fresh, 1000));
    expect(stepwise.pragma('user_version', { simple: true })).toBe(schemaVersion);
  });

  it('make strict tables only', () => {
    const db = new Database(':memory:');
    migrate(db as unknown as WriteDb);
    const lax = db
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
      .pluck()
      .all();
    expect(lax.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  it.each(migrations.map(({ version }) => version))('open a project of schema %i', (version) => {
    const { environment, path } = temporaryPlace();
    copyFileSync(join(fixtures, `schema-${version}.firth`), path);
    const project = openProject(environment, path);
    expect(corpusSummary(project.db)).toEqual({ documents: 3, tokens: 19, types: 13 });
    expect(listDocuments(project.db)[1]?.name).toBe('two.txt');
    expect(findModel(project.db).name).toBe('first');
    // Recurrent models came with schema 3.
    expect(listSequenceModels(project.db).map(({ name, parent }) => [name, parent])).toEqual(
      version < 3 ? [] : [['recurrent', 'first']],
    );
    // Layers and regions with schema 4.
    expect(listLayers(project.db).map(({ region, name, covered }) => [region, name, covered])).toEqual(
      version < 4
        ? []
        : [
            ['', 'pos', 12],
            ['turn', 'speaker', 6],
          ],
    );
    // Studies with schema 5.
    expect(
      listStudies(project.db).map(({ kind, runs }) => [kind, runs.map((run) => run.failure?.code)]),
    ).toEqual(version < 5 ? [] : [['bootstrap', [undefined, 'E_TRAINING_DIVERGED']]]);
    // Lists, kept queries, notes and steps of a training with schema 6.
    expect([
      listWordLists(project.db).map(({ name, words }) => [name, ...words]),
      listSavedQueries(project.db).map(({ name, hits }) => [name, hits]),
      listNotes(project.db).map(({ position, category, note }) => [position, category, note]),
    ]).toEqual(
      version < 6 ? [[], [], []] : [[['pets', 'cat', 'dog']], [['cats', 2]], [[1, 'animal', 'which one?']]],
    );
    expect(
      readSteps(project.db, findModel(project.db, 'first')).map(({ epoch, loss }) => [epoch, loss]),
    ).toEqual(
      version < 6
        ? []
        : [
            [0.5, null],
            [1, 1.5],
            [1.5, 1],
          ],
    );
    expect([...readRegions(project.db, 'sentence')].map(({ tokens }) => tokens.starts.length)).toEqual([
      2, 1, 1,
    ]);
    project.close();
  });
});
