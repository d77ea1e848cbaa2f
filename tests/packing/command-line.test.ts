import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallText } from '../fixtures/small-language.ts';

const program = resolve(import.meta.dirname, '..', '..', 'out', 'cli', 'firth.js');
const folder = mkdtempSync(join(tmpdir(), 'firth-built-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function firth(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--json'], {
    encoding: 'utf8',
    // Where the tests keep what Node compiled is no place of a person’s.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: undefined,
      NODE_DISABLE_COMPILE_CACHE: undefined,
      FIRTH_DATA: join(folder, 'data'),
    },
  });
  expect([args[0], status, stderr]).toEqual([args[0], 0, expect.any(String)]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('the built command line', () => {
  it('finds its threads and kernels: it imports, trains and answers', () => {
    const texts = join(folder, 'texts.txt');
    writeFileSync(texts, smallText(500, 1));
    const project = join(folder, 'p.firth');
    expect(firth('import', texts, '--project', project)).toMatchObject({ documents: 1, skipped: [] });
    firth('train', project, '--epochs', '1', '--dimensions', '8');
    expect(firth('neighbours', project, 'cat')['neighbours']).toHaveLength(10);
  });

  it('writes nothing while it answers what was asked before', () => {
    const project = join(folder, 'p.firth');
    const ask = () => firth('neighbours', project, 'cat')['neighbours'];
    const first = ask();
    // The first time may have left what V8 made of the program, and that the file is whole.
    ask();
    const everything = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .toSorted()
        .map((name) => {
          const { size, mtimeMs, ino } = statSync(join(folder, name));
          return { name, size, mtimeMs, ino };
        });
    const before = everything();
    expect(before.map(({ name }) => name)).toContain(join('data', 'compiled'));
    expect(ask()).toEqual(first);
    expect(everything()).toEqual(before);
  });

  it('finds the dictionary of Chinese', () => {
    const texts = join(folder, 'chinese.txt');
    writeFileSync(texts, '我媽媽在國際機場的航站樓等飛機。'.repeat(20));
    const project = join(folder, 'chinese.firth');
    firth('import', texts, '--project', project, '--language', 'zh');
    expect(firth('lines', project, '國際機場')).toMatchObject({ total: 20 });
  });
});
