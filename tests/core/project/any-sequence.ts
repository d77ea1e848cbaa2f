import fc from 'fast-check';
import { expect } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { longest } from '../../../core/contract/limits.ts';
import { appendImport } from '../../../core/project/append-import.ts';
import { setMetadata } from '../../../core/project/document-metadata.ts';
import type { NewImport } from '../../../core/project/import-rows.ts';
import { addModel, deleteModel, modelNames, renameModel } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import type { Project } from '../../../core/project/project.ts';
import { writeProjectSetting } from '../../../core/project/project-settings.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import {
  addSequenceModel,
  renameSequenceModel,
  sequenceModelNames,
} from '../../../core/project/sequence-models.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { annotated, importOf, modelOf, sequenceModelOf } from './sample-rows.ts';
import type { Place } from './temporary-project.ts';

type Step = (project: Project) => void;

/** Mostly short, now and then just as long as may be, or longer. */
const long = (bytes: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant('half \ud83d a pair') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'é', '"', '\u0001'), fc.constantFrom(bytes - 1, bytes, bytes + 1))
        .map(([unit, length]) => unit.repeat(Math.ceil(length / Buffer.byteLength(unit)))),
    },
  );

const name = long(longest.name);
const word = long(longest.word);

const someImport = fc
  .record({
    name,
    file: name,
    value: word,
    field: name,
    region: name,
    layer: name,
    text: word,
    list: word,
  })
  .map(({ list, text, ...facts }): Step => ({ db }) => {
    const plain = annotated(importOf({ 'a.txt': `the cat sat ${text}`, 'b.txt': 'on the mat' }));
    const changed: NewImport = {
      ...plain,
      settings: { note: list },
      documents: [...plain.documents].map((one, at) =>
        at > 0
          ? one
          : {
              ...one,
              name: facts.name,
              file: facts.file,
              metadata: { [facts.field]: facts.value },
              annotations: () => {
                const { layers, regions } = one.annotations!();
                return {
                  layers: layers.map((layer) => ({
                    ...layer,
                    name: facts.layer,
                    values: ['', facts.value, 'x'],
                  })),
                  regions: regions.map((region) => ({ ...region, name: facts.region })),
                };
              },
            },
      ),
    };
    appendImport(db, changed);
  });

const idsOf = ({ db }: Project) =>
  db.prepare<[], number>('SELECT id FROM documents ORDER BY id').pluck().all();

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: someImport },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, fc.array(word, { minLength: 1, maxLength: 20 }))
      .map(([model, forms]): Step => ({ db }) => {
        const input = new Float32Array(forms.length * 2);
        addModel(db, modelOf(model, forms.length, 2, { forms, input, output: null, kind: 'imported' }));
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(name, fc.nat(40)).map(([model, stretches]): Step => ({ db }) => {
      const training = Array.from({ length: stretches }, (_, at) => ['0'.repeat(64), at, at + 1]);
      addSequenceModel(db, sequenceModelOf(model, 20, { texts: { training, heldOut: [] } }));
    }),
  },
  fc.tuple(fc.nat(9), name).map(([at, to]): Step => ({ db }) => {
    const from = modelNames(db)[at];
    if (from !== undefined) renameModel(db, from, to);
  }),
  fc.tuple(fc.nat(9), name).map(([at, to]): Step => ({ db }) => {
    const from = sequenceModelNames(db)[at];
    if (from !== undefined) renameSequenceModel(db, from, to);
  }),
  fc.nat(9).map((at): Step => ({ db }) => {
    const model = modelNames(db)[at];
    if (model !== undefined) deleteModel(db, model);
  }),
  fc.tuple(fc.nat(9), name, word).map(([at, field, value]): Step => (project) => {
    setMetadata(project.db, idsOf(project).slice(at), field, value);
  }),
  fc.nat(9).map((at): Step => (project) => {
    removeDocuments(project.db, idsOf(project).slice(at, at + 2));
  }),
  fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), { maxLength: 30 }).map(
    (words): Step =>
      ({ db }) =>
        writeProjectSetting(db, 'dictionary', { words, splits: [] }),
  ),
  fc.constant<Step>((project) => project.save()),
);

/** What may be refused: nothing was changed then. */
const refusals: ReadonlySet<string> = new Set(['E_TOO_LONG', 'E_MODEL_NAME_TAKEN']);

function take(step: Step, project: Project): 'done' | 'refused' {
  try {
    step(project);
    return 'done';
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : codeOfSqlite(thrown);
    if (!refusals.has(code)) throw thrown;
    return 'refused';
  }
}

/** As the engine names it where it leaves the program. */
const codeOfSqlite = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CONSTRAINT_TRIGGER'
    ? 'E_TOO_LONG'
    : '';

/** Whatever any sequence of changes made can be saved, is found whole, and is there again. Returns how many steps were taken and refused. */
export function checkSequences(
  place: () => Place,
  runs: number,
): { readonly done: number; readonly refused: number } {
  const counted = { done: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 6 }), (sequence) => {
      const { environment, path } = place();
      const project = openProject(environment, path, { create: true });
      for (const step of sequence) counted[take(step, project)] += 1;
      project.save();
      const digest = project.digest();
      project.close();
      expect(verifyProject(environment, path)).toMatchObject({ ok: true, problems: [] });
      const again = openProject(environment, path);
      expect(again.digest()).toBe(digest);
      again.close();
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return counted;
}
