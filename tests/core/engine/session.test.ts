import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import { factsAt, noteVerified, verifiedAt } from '../../../core/project/verified.ts';
import { smallPlace, smallProject } from './small-engine.ts';

async function savedPlace() {
  const place = smallPlace();
  onTestFinished(() => place.remove());
  const writer = await smallProject(place);
  await writer.close();
  // Until the clock of the file system has gone on.
  await wait(60);
  return place;
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf('.txt');
  const byte = bytes[at]!;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte ^ 8]), 0, 1, at);
  closeSync(file);
}

const reading = { create: false, readOnly: true } as const;

it('an answer that was read while somebody wrote into the file is none, and the project is closed with the reason', async () => {
  const place = await savedPlace();
  const engine = place.engine();
  onTestFinished(() => engine.close());
  await engine.call('project.open', { file: { path: place.project }, ...reading });
  flip(place.project);
  const asked = () => engine.call('project.info', {});
  await expect(asked()).rejects.toMatchObject({ code: 'E_CHANGED', details: { reason: 'while reading' } });
  await expect(asked()).rejects.toMatchObject({ code: 'E_CHANGED' });
});

it('a file that is no longer what was checked closes the project of an engine that lasts, and only of one that lasts', async () => {
  const place = await savedPlace();
  const first = place.engine();
  await first.call('project.open', { file: { path: place.project }, ...reading });
  await first.close();
  flip(place.project);
  const { seal, digest } = verifiedAt(place.environment, place.project)!;
  noteVerified(place.environment, place.project, { seal, digest, facts: factsAt(place.project) });
  const noted: string[] = [];
  const log = ({ code = '' }) => noted.push(code) > 0;
  const lasting = createEngine({ ...place.environment, log }, { lasting: true });
  onTestFinished(() => lasting.close());
  await lasting.call('project.open', { file: { path: place.project }, ...reading });
  const closed = async (): Promise<unknown> => {
    for (;;) {
      try {
        await lasting.call('project.info', {});
      } catch (thrown) {
        return thrown;
      }
      await wait(5);
    }
  };
  await expect(closed()).resolves.toMatchObject({ code: 'E_DAMAGED' });
  expect(noted).toContain('E_DAMAGED');
  await expect(
    lasting.call('project.open', { file: { path: place.project }, ...reading }),
  ).rejects.toMatchObject({ code: 'E_DAMAGED' });
});

it('calls begin in the order in which they were asked, also where what answers them has yet to be loaded', async () => {
  const place = await savedPlace();
  const engine = place.engine();
  onTestFinished(() => engine.close());
  await engine.call('project.open', { file: { path: place.project }, ...reading });
  const [models] = await Promise.all([engine.call('model.list', {}), engine.call('project.close', {})]);
  expect(models).toEqual([]);
});

it.each([
  ['corpus.import', { files: [{ path: 'a.txt' }] }],
  ['model.train', {}],
  ['model.importVectors', { file: { path: 'v.txt' } }],
  ['corpus.recut', {}],
  ['sequence.train', {}],
  ['model.delete', { model: 'first' }],
] as const)(
  '%s on a project that is only read is refused before anything is begun',
  async (method, input) => {
    const place = await savedPlace();
    const engine = place.engine();
    onTestFinished(() => engine.close());
    await engine.call('project.open', { file: { path: place.project }, ...reading });
    await expect(engine.call(method, input as never)).rejects.toMatchObject({
      code: 'E_READ_ONLY',
      details: { file: 'small.firth', reason: 'opened for reading' },
    });
  },
);
