import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Method, ProgressOf } from '../../../core/contract/contract.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallText } from '../../fixtures/small-language.ts';
import { engineThread, type EngineThread } from './engine-thread.ts';
import { smallPlace } from './small-engine.ts';

// Work that reads no messages until it is done: what cancels it is memory that both threads share. Each is cancelled when the page hears
// that it has begun, which is long before it would end.
const place = smallPlace();
let thread: EngineThread;
const texts = join(place.folder, 'texts');
const vectors = join(place.folder, 'many.vec');
const questions = join(place.folder, 'questions.txt');
const ratings = join(place.folder, 'ratings.tsv');

const importing = {
  files: [{ path: texts }],
  language: 'en',
  encoding: 'utf-8',
  tokens: defaultTokenSettings,
};

beforeAll(async () => {
  mkdirSync(texts);
  for (let text = 0; text < 40; text += 1) writeFileSync(join(texts, `${text}.txt`), smallText(3000, text));
  const dimensions = 100;
  writeFileSync(vectors, `20000 ${dimensions}\n`);
  for (let from = 0; from < 20_000; from += 1000) {
    const lines = Array.from({ length: 1000 }, (_, at) => {
      const numbers = Array.from({ length: dimensions }, (__, d) => ((from + at) * (d + 3)) % 17);
      return `w${from + at} ${numbers.join(' ')}\n`;
    });
    appendFileSync(vectors, lines.join(''));
  }
  const question = (at: number) => `w${at} w${at + 1} w${at + 2} w${at + 3}\n`;
  writeFileSync(questions, `: all\n${Array.from({ length: 15_000 }, (_, at) => question(at)).join('')}`);
  const pair = (at: number) => `w${at % 9000}\tw${(at * 7) % 9000}\t${at % 10}\n`;
  writeFileSync(ratings, Array.from({ length: 900_000 }, (_, at) => pair(at)).join(''));
  thread = engineThread(place);
  await thread.client.call('project.open', { file: { path: place.project }, create: true });
}, 60_000);
afterAll(async () => {
  await thread.stop();
  place.remove();
});

/** Cancels a call as soon as it says that it is in a phase. @returns the code that it ended with */
async function cancelled<M extends Method>(
  method: M,
  params: Input<M>,
  phase: string,
): Promise<{ code: string | null; phases: string[] }> {
  const stop = new AbortController();
  const phases: string[] = [];
  const onProgress = (progress: ProgressOf<M>) => {
    const { phase: now } = progress as { phase: string };
    if (phases.at(-1) !== now) phases.push(now);
    if (now === phase) stop.abort();
  };
  const code = await thread.client.call(method, params, { signal: stop.signal, onProgress }).then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
  return { code, phases };
}

const state = async () => ({
  info: await thread.client.call('project.info', {}),
  ...(await thread.client.call('project.digest', {})),
  passing: thread.passing(),
  jobs: (await thread.client.call('job.list', {})).jobs,
});

describe('what is cancelled in the engine’s thread leaves no trace:', () => {
  it('an import while it is stored', { timeout: 60_000 }, async () => {
    const before = await state();
    expect(await cancelled('corpus.import', importing, 'storing')).toEqual({
      code: 'E_CANCELLED',
      phases: ['reading', 'storing'],
    });
    expect(await state()).toEqual(before);
    expect(before.passing).toEqual([]);
    await thread.client.call('corpus.import', importing);
    expect((await state()).info.documents).toBe(40);
  });

  it('an import by the number of its job', { timeout: 60_000 }, async () => {
    const before = await state();
    const from = thread.events.length;
    const call = thread.client.call('corpus.import', importing, {
      onProgress({ phase }) {
        const started = thread.events.slice(from).find(({ name }) => name === 'job.started');
        if (phase === 'storing')
          void thread.client.call('job.cancel', { job: started!.value.id }).catch(() => 0);
      },
    });
    await expect(call).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(await state()).toEqual(before);
    const ended = thread.events.slice(from).find(({ name }) => name === 'job.ended');
    expect(ended?.value).toMatchObject({ method: 'corpus.import', failure: { code: 'E_CANCELLED' } });
  });

  it('another cut of all texts while it is stored', { timeout: 60_000 }, async () => {
    const before = await state();
    const tokens = { ...defaultTokenSettings, lowerCase: false };
    expect(await cancelled('corpus.recut', { tokens }, 'storing')).toMatchObject({ code: 'E_CANCELLED' });
    expect(await state()).toEqual(before);
  });

  it.each(['reading', 'storing'])('vectors of another program while they are at %s', async (phase) => {
    const before = await state();
    const file = { path: vectors };
    expect(await cancelled('model.importVectors', { file }, phase)).toMatchObject({ code: 'E_CANCELLED' });
    expect(await state()).toEqual(before);
  });

  it('an evaluation', { timeout: 60_000 }, async () => {
    await thread.client.call('model.importVectors', { file: { path: vectors }, name: 'many' });
    const before = await state();
    for (const [method, path] of [
      ['evaluate.analogies', questions],
      ['evaluate.pairs', ratings],
    ] as const)
      expect(await cancelled(method, { file: { path } }, 'evaluating')).toMatchObject({
        code: 'E_CANCELLED',
      });
    expect(await state()).toEqual(before);
  });

  it('a question that waited behind other work never begins', async () => {
    const stop = new AbortController();
    const busy = cancelled('evaluate.analogies', { file: { path: questions } }, 'evaluating');
    const waiting = thread.client.call('search.neighbours', { word: 'w1' }, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect((await busy).code).toBe('E_CANCELLED');
  });
});
