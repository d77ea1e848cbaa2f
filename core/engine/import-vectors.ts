import { basename, extname } from 'node:path';
import type { Output } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import { readVectors } from '../exchange/vector-reader.ts';
import { addModel, modelNames } from '../project/models.ts';
import { freeName } from './free-name.ts';
import type { Session } from './session.ts';

/** Answers `model.importVectors`: a foreign vector file becomes a model of the project. */
export async function importVectors(
  session: Session,
  { path, name, limit }: { readonly path: string; readonly name?: string; readonly limit?: number },
  hooks: Hooks,
): Promise<Output<'model.importVectors'>> {
  const { project, environment } = session;
  const taken = modelNames(project.db);
  if (name !== undefined && taken.includes(name)) throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
  const model = name ?? freeName(basename(path, extname(path)), taken);
  const { words, counts, dimensions, values, report } = await readVectors(
    path,
    limit === undefined ? {} : { limit },
    hooks,
  );
  addModel(
    project.db,
    {
      name: model,
      kind: 'imported',
      forms: words,
      counts: counts ?? new Uint32Array(words.length),
      dimensions,
      input: values,
      output: null,
      settings: null,
      history: null,
      health: null,
      corpus: null,
      createdAt: environment.now(),
    },
    hooks,
  );
  return { model, ...report };
}
