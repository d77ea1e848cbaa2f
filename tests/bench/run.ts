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
  'corpus',
  'pdf',
  'project',
  'open',
  'window',
];
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const options = process.argv.slice(2).filter((name) => name.startsWith('-'));
for (const name of wanted.length > 0 ? wanted : all) {
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
