import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { createEngine } from '../../../core/engine/engine.ts';

// Argument: a folder. Half of the tokens are one word, every line of which is ordered by what stands beside it.
const [folder] = process.argv.slice(2) as [string];
const engine = createEngine({ ...commandLineEnvironment(), dataFolder: join(folder, 'data') });
const file = { path: join(folder, 'p.firth') };
await engine.call('project.open', { file, create: true });
const lines = 150_000;
const text = Array.from({ length: lines }, (_, at) => `the w${at % 997} ${'filler'.repeat(6)}\n`).join('');
writeFileSync(join(folder, 'long.txt'), text);
await engine.call('corpus.import', { files: [{ path: join(folder, 'long.txt') }], language: 'en' });
for (const sort of [[1], [-1, 1], [2]])
  for (const offset of [0, 70_000, lines - 50]) {
    const found = await engine.call('query.lines', { query: 'the', sort, offset, limit: 50 });
    if (found.total !== lines || found.lines.length !== 50) throw new Error(`${found.total} lines`);
  }
const { total } = await engine.call('lines.concordance', { word: 'the', sort: [1], limit: 1000 });
if (total !== lines) throw new Error(`${total} lines`);
await engine.call('project.close', { save: false });
console.log('answered');
