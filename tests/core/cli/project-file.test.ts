import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { runCommandLine } from '../../../core/cli/run.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { createEngine, type Engine } from '../../../core/engine/engine.ts';

/** A folder with a text, and a project; while `disk.full` no save works. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), 'firth-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { ...commandLineEnvironment(), dataFolder: join(folder, 'data') };
  const text = join(folder, 'a.txt');
  writeFileSync(text, 'The cat sat on the mat.');
  const project = join(folder, 'p.firth');
  const disk = { full: true };
  const engineOf = (): Engine => {
    const engine = createEngine(environment);
    const call: Engine['call'] = (method, ...rest) =>
      disk.full && method === 'project.save'
        ? Promise.reject(new AppError('E_NO_SPACE'))
        : engine.call(method, ...rest);
    return { ...engine, call };
  };
  const firth = async (...args: string[]) => {
    const said: string[] = [];
    const noted: string[] = [];
    const status = await runCommandLine([...args, '--json'], engineOf(), {
      out: (line) => said.push(line),
      err: (line) => noted.push(line),
      interactive: false,
    });
    return { status, json: JSON.parse(said.join('')) as never, notes: noted.join('') };
  };
  return { environment, text, project, disk, firth };
}

it('an import whose save failed is not done again unknowing: it is named, and taken up by a word', async () => {
  const { text, project, disk, firth } = place();
  const failed = await firth('import', text, '--project', project);
  expect(failed).toMatchObject({ status: 1, json: { error: { code: 'E_NO_SPACE' } } });
  expect(failed.notes).toContain('firth discard');
  disk.full = false;
  const again = await firth('import', text, '--project', project);
  expect(again).toMatchObject({ status: 1, json: { error: { code: 'E_UNSAVED_WORK' } } });
  expect((await firth('recoverable')).json).toMatchObject({ projects: [{ name: 'p.firth', changes: 1 }] });
  const more = await firth('metadata', project, 'year', '1900', '--all', '--recover');
  expect(more).toMatchObject({ status: 0, json: { changed: 1 } });
  expect((await firth('info', project)).json).toMatchObject({ documents: 1, unsavedWork: [] });
  const twice = await firth('import', text, '--project', project);
  expect(twice).toMatchObject({ status: 0, json: { documents: 2, again: { count: 1, first: ['a.txt'] } } });
});

it('what is in no file is given up for good by a word', async () => {
  const { text, project, disk, firth } = place();
  await firth('import', text, '--project', project);
  disk.full = false;
  expect(await firth('discard', project)).toMatchObject({ status: 0, json: { projects: [{ changes: 1 }] } });
  expect(await firth('discard', project)).toMatchObject({ status: 0, json: { projects: [] } });
  expect(await firth('import', text, '--project', project)).toMatchObject({
    status: 0,
    json: { documents: 1 },
  });
});

it('whoever only reads a project is told of work that its file does not have', async () => {
  const { text, project, disk, firth } = place();
  disk.full = false;
  await firth('import', text, '--project', project);
  disk.full = true;
  await firth('metadata', project, 'year', '1900', '--all');
  const { json, notes } = await firth('info', project);
  expect(json).toMatchObject({ unsavedWork: [{ changes: 1 }] });
  expect(notes).toMatch(/is not in the file: 1 changes. “firth recover /u);
  expect((await firth('documents', project)).notes).toMatch(/is not in the file/u);
});
