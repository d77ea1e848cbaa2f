import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../core/cli/run.ts';
import { createEngine, type Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject, type SmallPlace } from '../engine/small-engine.ts';

let place: SmallPlace;
beforeAll(async () => {
  place = smallPlace();
  await (await smallProject(place)).close();
});
afterAll(() => place.remove());

interface Said {
  readonly id?: unknown;
  readonly answer?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly progress?: unknown;
}

async function served(
  lines: Iterable<string | null> | AsyncIterable<string | null>,
  { more = [], engine, signal }: { more?: string[]; engine?: Engine; signal?: AbortSignal } = {},
) {
  let out = '';
  let notes = '';
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (notes += text),
    interactive: false,
    lines: async function* () {
      yield* lines;
    },
  };
  const lasting = engine ?? createEngine(place.environment, { lasting: true });
  const status = await runCommandLine(['serve', place.project, ...more], lasting, streams, signal);
  const said = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Said);
  return { status, said, notes };
}

const ask = (id: unknown, method: string, params: object = {}) => JSON.stringify({ id, method, params });

describe('firth serve', () => {
  it('answers each line under its id, and ends with its input', async () => {
    const { status, said } = await served([
      ask(1, 'project.info'),
      ask('two', 'corpus.documents', { limit: 1 }),
    ]);
    expect(status).toBe(0);
    const by = new Map(said.map((one) => [one.id, one.answer]));
    expect(by.get(1)).toMatchObject({ name: 'small.firth', readOnly: true });
    expect(by.get('two')).toMatchObject({ total: (by.get(1) as { documents: number }).documents });
  });

  it('answers an error as the contract has it, with what it was filled with', async () => {
    const { said } = await served([ask(7, 'search.neighbours', { word: 'cat' })]);
    expect(said).toEqual([
      { id: 7, error: { code: 'E_NO_MODEL', details: {}, message: expect.any(String) as string } },
    ]);
  });

  it.each([
    ['no JSON', '{"id":', null],
    ['no request', '[1,2]', null],
    ['a method that there is not', ask(3, 'project.fly'), 3],
    ['a method of objects', ask(3, '__proto__'), 3],
    ['another project', ask(3, 'project.open', { file: { path: 'x' } }), 3],
    ['fields that there are not', ask(3, 'project.info', { more: 1 }), 3],
    ['parameters that are none', '{"id":3,"method":"project.info","params":[]}', 3],
    ['a change of what is only read', ask(3, 'corpus.removeDocuments', { documents: [1] }), 3],
  ])('a bad line is answered and ends nothing: %s', async (_, line, id) => {
    const { status, said } = await served([line, ask('next', 'project.info')]);
    expect(status).toBe(0);
    const by = new Map(said.map((one) => [one.id, one]));
    expect(by.get(id)?.error?.code).toMatch(/^E_(?:REQUEST_INVALID|READ_ONLY)$/u);
    expect(by.get('next')?.answer).toBeDefined();
  });

  it('a line that was too long is answered too', async () => {
    const { said } = await served([null, ask(1, 'project.info')]);
    expect(said.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, 'E_REQUEST_INVALID'],
      [1, undefined],
    ]);
  });

  it('whatever the lines are, each is answered once', async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string().map((text) => text.replaceAll('\n', '')),
      fc.constant(ask(1, 'project.info')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          line.filter((text) => text.trim() !== ''),
          { maxLength: 6 },
        ),
        async (lines) => {
          // One after the other: the same number may come again.
          const { status, said } = await served(lines.filter((text) => !text.includes('"cancel"')));
          expect(status).toBe(0);
          expect(said.length).toBe(lines.filter((text) => !text.includes('"cancel"')).length);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('changes what was opened to be changed, and what is not saved is kept and said', async () => {
    const before = readFileSync(place.project);
    const change = ask(1, 'corpus.setSubCorpora', { subCorpora: [{ name: 'Early', conditions: [] }] });
    const { notes } = await served([change], { more: ['--change'] });
    expect(notes).toContain('--recover');
    expect(readFileSync(place.project).equals(before)).toBe(true);
    const { said } = await served([ask(1, 'corpus.subCorpora'), ask(2, 'project.save')], {
      more: ['--change', '--recover'],
    });
    expect(said.find(({ id }) => id === 1)?.answer).toMatchObject({ subCorpora: [{ name: 'Early' }] });
    expect(readFileSync(place.project).equals(before)).toBe(false);
  });

  it('long work tells how far it is, and is cancelled by its id', async () => {
    const training = ask('t', 'model.train', { name: 'long', settings: { epochs: 500 } });
    const engine = createEngine(place.environment);
    const begun = Promise.withResolvers<undefined>();
    engine.follow(({ name }) => {
      if (name === 'job.progress') begun.resolve(undefined);
    });
    const { said } = await served(
      (async function* () {
        yield training;
        await begun.promise;
        yield '{"cancel":"t"}';
      })(),
      { more: ['--change'], engine },
    );
    expect(said.some(({ progress }) => progress !== undefined)).toBe(true);
    expect(said.at(-1)).toMatchObject({ id: 't', error: { code: 'E_CANCELLED' } });
  });

  it('does not wait for a line that never comes when it is stopped', async () => {
    const stop = new AbortController();
    const { status } = await served(
      (async function* () {
        yield ask(1, 'project.info');
        stop.abort();
        await new Promise(() => undefined);
      })(),
      { signal: stop.signal },
    );
    expect(status).toBe(0);
  });
});
