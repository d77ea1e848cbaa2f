import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import type { WriteDb } from '../../../core/project/connection.ts';
import { addModel } from '../../../core/project/models.ts';
import type { NewModel } from '../../../core/project/models.ts';
import { addSequenceModel } from '../../../core/project/sequence-models.ts';
import { createWorkingCopy } from '../../../core/project/open-copy.ts';
import { openProject } from '../../../core/project/open-project.ts';
import type { Project } from '../../../core/project/project.ts';
import { environmentAt } from './environment-at.ts';
import type { TestEnvironment } from './environment-at.ts';
import { annotated, importOf, modelOf, sequenceModelOf, someTexts } from './sample-rows.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firth-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Place {
  readonly environment: TestEnvironment;
  /** Where the person keeps files. */
  readonly folder: string;
  /** A path in it. */
  readonly path: string;
}

/** An environment of its own and a place for a project file. */
export function temporaryPlace(): Place {
  const folder = temporaryFolder();
  return { environment: environmentAt(temporaryFolder()), folder, path: join(folder, 'dialects.firth') };
}

/** A working copy with the schema and nothing else. */
export function temporaryDatabase(): WriteDb {
  const db = createWorkingCopy({ now: () => 0 }, join(temporaryFolder(), 'work.db'));
  onTestFinished(() => {
    if (db.open) db.close();
  });
  return db;
}

/** Opens (or makes) a project that is closed after the test. */
export function opened(
  { environment, path }: Place,
  options: Parameters<typeof openProject>[2] = {},
): Project {
  const project = openProject(environment, path, { create: true, ...options });
  onTestFinished(() => project.close({ save: false }));
  return project;
}

/** A saved, closed project with three documents, a model and a recurrent model. Returns its digest. */
export function savedProject(
  place: Place,
  texts: Readonly<Record<string, string>> = someTexts,
  model: NewModel = modelOf('first', 60, 20),
): string {
  const project = openProject(place.environment, place.path, { create: true });
  appendImport(project.db, annotated(importOf(texts)));
  addModel(project.db, model);
  addSequenceModel(project.db, sequenceModelOf('recurrent', 80, { parent: model.name }));
  project.save();
  const digest = project.digest();
  project.close();
  return digest;
}

/** The code that something fails with; fails itself when nothing is thrown. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
    throw thrown;
  }
  return 'nothing was thrown';
}
