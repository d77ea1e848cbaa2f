import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Every benchmark in a process of its own, one after the other: `npm run bench`, or `npm run bench -- training search`.
const all = [
  'training',
  'count',
  'sequence',
  'search',
  'query',
  'map',
  'snapshots',
  'change',
  'corpus',
  'pdf',
  'project',
  'open',
  'window',
];
/** What one name stands for, where it is more than one file. */
const files: Readonly<Record<string, readonly string[]>> = { map: ['map', 'map-frames', 'map-in-chromium'] };
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const options = process.argv.slice(2).filter((name) => name.startsWith('-'));
for (const name of (wanted.length > 0 ? wanted : all).flatMap((one) => files[one] ?? [one])) {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) {
    console.error(`There is no benchmark “${name}”; there are ${all.join(', ')}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
