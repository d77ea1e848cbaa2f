import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Hooks } from '../../../core/contract/progress.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { seeded, smallText } from '../../fixtures/small-language.ts';
import { smallProject, type SmallPlace } from './small-engine.ts';

/** Something that takes a while and uses workers. It must leave no trace unless it ends well. */
export interface Operation {
  readonly name: string;
  readonly run: (engine: Engine, hooks: Hooks<unknown>, number: number) => Promise<unknown>;
}

/** Long enough that a break usually hits the middle. */
export function operationsIn(place: SmallPlace): readonly Operation[] {
  const more = join(place.folder, 'more');
  mkdirSync(more, { recursive: true });
  for (let index = 0; index < 6; index += 1)
    writeFileSync(join(more, `more ${index}.txt`), smallText(6000, 50 + index));
  const out = join(place.folder, 'out');
  mkdirSync(out, { recursive: true });
  return [
    {
      name: 'import',
      run: (engine, hooks) =>
        engine.call(
          'corpus.import',
          { files: [{ path: more }], language: 'en', encoding: 'utf-8', tokens: defaultTokenSettings },
          hooks,
        ),
    },
    {
      name: 'training',
      run: (engine, hooks, number) =>
        engine.call(
          'model.train',
          {
            name: `broken ${number}`,
            settings: { epochs: 40, dimensions: 50, minCount: 2, mode: 'fast', workers: 2 },
          },
          hooks,
        ),
    },
    {
      name: 'export',
      run: (engine, hooks, number) =>
        engine.call(
          'exchange.export',
          {
            model: 'kept',
            what: 'vectors',
            format: 'csv',
            target: { path: join(out, `table ${number}.csv`) },
          },
          hooks,
        ),
    },
  ];
}

export async function preparedEngine(place: SmallPlace): Promise<Engine> {
  const engine = await smallProject(place, { documents: 4 });
  const wide = join(place.folder, 'wide.txt');
  const words = Array.from({ length: 20_000 }, (_, index) => `word${index.toString(36)}`).join(' ');
  writeFileSync(wide, `${words}\n${words}\n`);
  await engine.call('corpus.import', {
    files: [{ path: wide }],
    language: 'en',
    encoding: 'utf-8',
    tokens: defaultTokenSettings,
  });
  await engine.call('model.train', { name: 'kept', settings: { epochs: 1, dimensions: 100, minCount: 2 } });
  await engine.call('project.save', {});
  return engine;
}

/** What must be the same after a break: every row of the project, every file of the person’s and of the working copy. */
export async function stateOf(engine: Engine, place: SmallPlace) {
  const { digest } = await engine.call('project.digest', {});
  const work = join(place.environment.dataFolder, 'work');
  const temporary = readdirSync(work).flatMap((id) =>
    existsSync(join(work, id, 'tmp')) ? readdirSync(join(work, id, 'tmp')) : [],
  );
  return { digest, temporary, files: readdirSync(join(place.folder, 'out')).toSorted() };
}

/**
 * Breaks an operation at random points, until it was broken as often as is wanted. After each break the project is as it was, or the
 * operation had ended well before it was broken, which does not count.
 * @param interrupt breaks what runs; whatever the call fails with must be one of `codes`
 */
export async function breakAtRandom(
  place: SmallPlace,
  engine: Engine,
  operation: Operation,
  wanted: number,
  interrupt: (controller: AbortController) => Promise<void> | void,
  codes: readonly string[],
): Promise<void> {
  const random = seeded(wanted * 7919);
  // Breaks are spread by turns over the reports that the work gives of itself, since the clock of a busy computer says little about
  // where it is, and over its time, since a quick computer has read all files of an import before it tells of the first.
  let reports = 0;
  const count = () => (reports += 1);
  const began = performance.now();
  await undo(engine, operation, wanted, await operation.run(engine, { onProgress: count }, wanted));
  const duration = performance.now() - began;
  expect(reports).toBeGreaterThan(1);
  let broken = 0;
  for (let round = wanted + 1; broken < wanted && round <= 4 * wanted + 20; round += 1) {
    const before = await stateOf(engine, place);
    const controller = new AbortController();
    let left = 1 + Math.floor(random() * (reports - 1));
    const interrupted: Promise<void>[] = [];
    const now = () => interrupted.push(Promise.resolve(interrupt(controller)));
    const byClock = round % 2 === 0;
    const onProgress = () => {
      if (--left === 0 && !byClock) now();
    };
    const clock = byClock ? setTimeout(now, random() * duration) : undefined;
    const { code, value } = await operation
      .run(engine, { signal: controller.signal, onProgress }, round)
      .then(
        (result) => ({ value: result, code: null }),
        (error: unknown) => ({ value: null, code: (error as { code?: string }).code ?? String(error) }),
      );
    clearTimeout(clock);
    await Promise.all(interrupted);
    if (code === null) {
      if (await undo(engine, operation, round, value)) broken += 1;
      continue;
    }
    broken += 1;
    expect([operation.name, round, code]).toEqual([operation.name, round, expect.toBeOneOf([...codes])]);
    expect(await stateOf(engine, place)).toEqual(before);
  }
  expect([operation.name, broken]).toEqual([operation.name, wanted]);
  // The engine still does what it is asked.
  await undo(engine, operation, 0, await operation.run(engine, {}, 0));
}

/**
 * Takes back what ended well, so that the next round begins from the same place.
 * @returns whether it was broken all the same: an import goes on without the file that its thread died in
 */
async function undo(engine: Engine, { name }: Operation, round: number, value: unknown): Promise<boolean> {
  if (name === 'training') await engine.call('model.delete', { model: `broken ${round}` });
  if (name !== 'import') return false;
  const { skipped } = value as { skipped: readonly { code: string }[] };
  expect(skipped.every(({ code }) => code === 'E_IMPORT_STOPPED')).toBe(true);
  const { rows } = await engine.call('corpus.documents', { limit: 1000 });
  const documents = rows.filter((row) => row.name.startsWith('more')).map(({ id }) => id);
  await engine.call('corpus.removeDocuments', { texts: { documents } });
  return skipped.length > 0;
}

/** Ends the newest of these threads that still runs, from outside, without a word. */
export async function endNewest(threads: Worker[]): Promise<void> {
  await threads.findLast((thread) => thread.threadId !== -1)?.terminate();
}
