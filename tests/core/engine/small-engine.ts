import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { createEngine, type Engine } from '../../../core/engine/engine.ts';
import type { Environment } from '../../../core/environment.ts';
import { writeSmallTexts } from '../../fixtures/small-language.ts';

export interface SmallPlace {
  readonly folder: string;
  /** A project that is not there yet. */
  readonly project: string;
  readonly environment: Environment;
  engine(): Engine;
  remove(): void;
}

/** A place of its own for a test: data folder, project path, engines. */
export function smallPlace(): SmallPlace {
  const folder = mkdtempSync(join(tmpdir(), 'firth-engine-'));
  const environment = { ...commandLineEnvironment(), dataFolder: join(folder, 'data') };
  return {
    folder,
    project: join(folder, 'small.firth'),
    environment,
    engine: () => createEngine(environment),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A saved project over small texts, open. */
export async function smallProject(
  place: SmallPlace,
  texts: Parameters<typeof writeSmallTexts>[1] = {},
): Promise<Engine> {
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, writeSmallTexts(join(place.folder, 'texts'), texts));
  await engine.call('project.save', {});
  return engine;
}

export const importSmallTexts = (engine: Engine, folder: string) =>
  engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'auto',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
