import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usedOfElectron } from './used-of-electron.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manual = read('docs/electron-api.md');

/** Names in the first column; `.width` is of whom the name before it is of. */
function listed(): readonly string[] {
  let owner = '';
  return manual.split('\n').flatMap((line) =>
    line.startsWith('| `')
      ? [...line.split('|')[1]!.matchAll(/`([^`]+)`/gu)].map(([, name]) => {
          if (name!.startsWith('.')) return `${owner}${name}`;
          owner = /^\w+(?=\.)/u.exec(name!)?.[0] ?? owner;
          return name!;
        })
      : [],
  );
}

describe('the list of what is used of Electron', () => {
  const names = listed();

  it('has all that the sources touch, each once, and nothing else; each is declared by Electron', () => {
    expect(names.toSorted()).toEqual([...usedOfElectron(root)].toSorted());
  }, 240_000);

  it('is of the version that is installed', () => {
    const { version } = JSON.parse(read('node_modules/electron/package.json')) as { version: string };
    const asked = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    expect(manual).toContain(`Electron ${version} `);
    expect(asked.devDependencies['electron']).toBe(version);
  });

  it('says of each what is relied on', () => {
    const rows = manual.split('\n').filter((line) => line.startsWith('| `'));
    for (const row of rows) expect(row.split('|')[2]!.trim().length, row).toBeGreaterThan(15);
  });

  it('is what the stand-in of the tests answers: every act and every event', () => {
    // What only a system or a hostile page causes is caused by hand in the tests of main and of its hardening.
    const double = globSync(['tests/double/*.ts', 'tests/electron/{hardening,main}.test.ts'], { cwd: root })
      .map(read)
      .join('\n');
    // What is only given or received has no act of its own.
    const acts = names.filter(
      (name) => !/Options|ReturnValue|Details|Params|Response|^CustomScheme|^new /u.test(name),
    );
    expect(acts.length).toBeGreaterThan(40);
    const missing = acts.filter((name) => {
      const [, event] = name.split(': ');
      const wanted = event === undefined ? name.split('.')[1]! : `'${event}'`;
      return !new RegExp(event === undefined ? `\\b${wanted}\\b` : wanted, 'u').test(double);
    });
    expect(missing).toEqual([]);
  });
});
