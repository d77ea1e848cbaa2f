import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/errors.ts';
import { faultOf } from '../../core/faults.ts';
import { randomState, randomStream } from '../../core/random.ts';

// A word that a text or a path could hold.
const canary = 'zwyxlatum';
const told = (thrown: unknown) => JSON.stringify(faultOf(thrown));

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('what is noted of a fault', () => {
  it('says where in Firth’s code it happened', () => {
    const error = caught(() => randomStream(null as never).below(3));
    const { kind, places } = faultOf(error);
    expect(kind).toBe('TypeError');
    expect(places[0]).toMatch(/^core\/random\.ts:\d+:\d+$/u);
    expect(randomState(1, 2)).toHaveLength(4);
  });

  it.each([
    ['a message', new Error(canary)],
    ['a message of several lines', new Error(`one\n    at ${canary} (${canary}.ts:1:1)\n    at ${canary}`)],
    [
      'a message that looks like places in Firth’s code',
      new Error(
        `one\n    at ${canary} (${join(import.meta.dirname, '..', '..', 'core', `${canary}.ts`)}:1:1)\n    at node:${canary}:1:1`,
      ),
    ],
    ['a name', Object.assign(new Error('x'), { name: canary })],
    ['a code', Object.assign(new Error('x'), { code: `${canary} ${canary}` })],
    ['a class', new (class Zwyxlatum extends Error {})('x')],
    ['a path', caught(() => new Database(join(tmpdir(), canary, canary)))],
    ['a cause', new Error('x', { cause: new Error('y', { cause: new TypeError(canary) }) })],
    ['details', new AppError('E_INTERNAL', { reason: canary, file: canary })],
    ['JSON', caught(() => JSON.parse(`{"${canary}`) as unknown)],
    ['a statement', caught(() => new Database(':memory:').prepare(`SELECT '${canary}`))],
    ['no error', canary],
    ['an object', { message: canary, stack: canary }],
  ])('holds nothing of %s', (_what, thrown) => {
    expect(told(thrown).toLowerCase()).not.toContain(canary);
  });

  it('names the code of SQLite and of the system, and the class of what was thrown', () => {
    expect(faultOf(caught(() => new Database(':memory:').exec('SELECT')))).toMatchObject({
      kind: 'SqliteError',
      code: 'SQLITE_ERROR',
    });
    expect(faultOf(new RangeError('x', { cause: new AppError('E_IO') }))).toMatchObject({
      kind: 'RangeError',
      cause: { kind: 'AppError', code: 'E_IO' },
    });
    expect(faultOf(undefined)).toEqual({ kind: 'undefined', places: [] });
  });

  it('ends, also where causes go round in a circle', () => {
    const error = new Error('x');
    error.cause = error;
    expect(told(error).length).toBeLessThan(20_000);
  });

  it('keeps places of an error that another thread threw, and none outside of Firth', async () => {
    const folder = mkdtempSync(join(tmpdir(), `firth-${canary}-`));
    const file = join(folder, `${canary}.mjs`);
    const random = pathToFileURL(join(import.meta.dirname, '..', '..', 'core', 'random.ts')).href;
    writeFileSync(
      file,
      `import { randomStream } from '${random}';\nrandomStream(null).below('${canary}');\n`,
    );
    const error = await new Promise<unknown>((resolve) => new Worker(file).on('error', resolve));
    expect(faultOf(error).places.some((place) => place.startsWith('core/random.ts:'))).toBe(true);
    expect(told(error)).not.toContain(canary);
    rmSync(folder, { recursive: true });
  });
});
