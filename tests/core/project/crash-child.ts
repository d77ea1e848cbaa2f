/**
 * A program that works on a project until somebody kills it: `crash-child.ts dataFolder path seed`. After each confirmed
 * step it prints `C revision digest`, after each save `S digest`.
 */
import { appendImport } from '../../../core/project/append-import.ts';
import { listDocuments } from '../../../core/project/documents.ts';
import { addModel, deleteModel, listModels } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { writeSetting } from '../../../core/project/settings.ts';
import { writeCheckpoint } from '../../../core/project/training-checkpoints.ts';
import { environmentAt } from './environment-at.ts';
import { importOf, modelOf, numbersOf } from './sample-rows.ts';
import { writeSync } from 'node:fs';

const [dataFolder = '', path = '', seed = '1'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const project = openProject(environmentAt(dataFolder), path, { create: true });
const { db } = project;
say('open');

let state = Number(seed) >>> 0;
const below = (limit: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const text = (words: number) => Array.from({ length: words }, () => `w${below(300)}`).join(' ');

const steps: readonly (() => void)[] = [
  () => {
    const { revision } = project.status();
    appendImport(db, importOf({ [`a${revision}`]: text(2000), [`b${revision}`]: text(500) }));
  },
  () => {
    const models = listModels(db);
    if (models.length > 3) deleteModel(db, models[0]!.name);
    addModel(db, modelOf(`model ${project.status().revision}`, 900, 50));
  },
  () => {
    const documents = listDocuments(db);
    if (documents.length > 6) removeDocuments(db, [documents[below(documents.length)]!.id]);
  },
  () => writeSetting(db, 'training', below(1000)),
  () => {
    const revision = project.status().revision;
    writeCheckpoint(
      project,
      { state: { revision }, arrays: { input: numbersOf(20_000, revision) } },
      revision,
    );
  },
  () => {
    project.save();
    say(`S ${project.digest()}`);
  },
];

for (;;) {
  steps[below(steps.length)]!();
  say(`C ${project.status().revision} ${project.digest()}`);
}
