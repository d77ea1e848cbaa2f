import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { exportFormats, exportKinds } from '../../../core/contract/exchange.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { createEngine } from '../../../core/engine/engine.ts';

// node locale-child.ts FOLDER TEXTS SHIFT: imports, trains and exports everything in whatever locale this process is in, with a
// clock that is SHIFT milliseconds wrong; prints the digest of every file and of every ordered answer.
const [folder = '', texts = '', shift = '0'] = process.argv.slice(2);
const digests: Record<string, string> = {};
const digest = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const engine = createEngine({
  ...commandLineEnvironment(),
  dataFolder: join(folder, 'data'),
  now: () => Date.now() + Number(shift),
});
await engine.call('project.open', { file: { path: join(folder, 'p.firth') }, create: true });
for (const language of ['auto', 'tr'])
  await engine.call('corpus.import', {
    files: [{ path: join(texts, language) }],
    language,
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
await engine.call('model.train', {
  name: 'model',
  settings: { dimensions: 8, epochs: 1, minCount: 2, seed: 1, mode: 'reproducible' },
});

const out = join(folder, 'out');
mkdirSync(out);
for (const what of exportKinds)
  for (const format of exportFormats) {
    const target = { path: join(out, `${what}.${format}`) };
    try {
      await engine.call('exchange.export', {
        what,
        format,
        target,
        preset: 'exchange',
        words: ['ılık', 'iz', 'straße'],
      });
    } catch (error) {
      // Not every table can be written in every format; which ones is the same everywhere.
      digests[`${what}.${format}`] = error instanceof AppError ? error.code : String(error);
    }
  }
for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }))
  digests[file] = digest(readFileSync(join(out, file)));

const answers = {
  words: await engine.call('corpus.words', { sort: 'word' }),
  lines: await engine.call('lines.concordance', { word: 've', sort: [1, -1] }),
  und: await engine.call('lines.concordance', { word: 'the', sort: [1] }),
  typed: await engine.call('lines.concordance', { word: 'IZ' }),
  collocates: await engine.call('lines.collocates', { word: 've' }),
  neighbours: await engine.call('search.neighbours', { word: 'iz' }),
};
for (const [name, answer] of Object.entries(answers)) digests[name] = digest(JSON.stringify(answer));
await engine.call('project.close', { save: true });
const { locale } = new Intl.NumberFormat().resolvedOptions();
process.stdout.write(JSON.stringify({ locale, digests }));
