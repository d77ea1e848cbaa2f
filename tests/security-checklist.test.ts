import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const rows = read('docs/security.md')
  .split('\n')
  .filter((line) => /^\| \d+ /u.test(line));

it('has the twenty rows of Electron’s checklist in their order', () => {
  expect(rows.map((row) => Number(/\d+/u.exec(row)![0]))).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
});

it.each(rows)('names a test that is there: %s', (row) => {
  const held = /`(tests\/[^`]+)` “(.+)” +\|$/u.exec(row)!;
  expect(read(held[1]!)).toContain(held[2]);
});

it('names who maintains each dependency, and no other', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| [^|]+\| ([^|]*\w[^|]*)\|/gmu)];
  expect(listed.map(([, name]) => name).toSorted()).toEqual(
    [...Object.keys(dependencies!), ...Object.keys(devDependencies!)].toSorted(),
  );
});

it('names only tests that are there in what is promised', () => {
  const files = [
    ...read('docs/promises.md').matchAll(/`((?:core|electron|e2e|privacy|renderer|shared)\/[\w/-]+)`/gu),
  ];
  expect(files.length).toBeGreaterThan(30);
  const missing = files
    .map(([, name]) => name!)
    .filter(
      (name) => !['.test.ts', '.long.ts'].some((end) => existsSync(join(root, 'tests', `${name}${end}`))),
    );
  expect(missing).toEqual([]);
});
