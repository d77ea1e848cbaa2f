import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { countPairs, countVectors, positiveInformation } from '../../core/training/count-model.ts';
import { encodeTokens } from '../../core/training/encode-tokens.ts';
import { completeSettings } from '../../core/training/settings.ts';
import { truncatedSvd } from '../../core/training/truncated-svd.ts';
import { buildVocabulary } from '../../core/vocabulary/vocabulary.ts';
import { startSvds } from './svds-peer.ts';

// The truncated SVD of the count model beside SciPy’s svds: the same matrix in the same run, in turns, seconds of CPU of one core each; and how
// far the singular values are from each other. Three seeds give the same bytes. `--quick` leaves out the larger texts.
const root = join(import.meta.dirname, '..', '..');
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const quick = process.argv.includes('--quick');
const rounds = 3;

function corpusWords(): string[] {
  const wikipedia = join(shared, 'lang', 'en', 'enwiki25.gz');
  if (existsSync(wikipedia)) return gunzipSync(readFileSync(wikipedia)).toString('utf8').trim().split(/\s+/u);
  console.log('enwiki25 is not here: the State of the Union addresses stand in for it.');
  const texts = join(root, 'resources', 'samples', 'state-of-the-union', 'texts');
  const text = readdirSync(texts).map((file) => readFileSync(join(texts, file), 'utf8'));
  return text
    .join(' ')
    .toLowerCase()
    .match(/\p{L}+/gu)!;
}

const words = corpusWords();
const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');

function encoded(length: number) {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const typeIds = Uint32Array.from(words.slice(0, length), (word) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    counts[id] = (counts[id] ?? 0) + 1;
    return id;
  });
  const settings = completeSettings({ architecture: 'count' });
  const vocabulary = buildVocabulary({ forms: [...ids.keys()], counts: Uint32Array.from(counts) }, settings);
  const tokens = new Uint32Array(vocabulary.keptTokens);
  encodeTokens([{ ids: typeIds, lastOfDocument: true }], vocabulary.rowOfType, tokens);
  return { tokens, size: vocabulary.words.length, settings };
}

function finished<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));
const peer = await startSvds(folder);
if (peer !== null) console.log(`${peer.name}, one thread; the best of ${rounds} rounds in turns`);
const heads = ['words', 'entries', 'values', 'SciPy s', 'Firth s', 'times', 'largest difference'];
console.log('tokens'.padEnd(10) + heads.map((title) => title.padStart(10)).join(''));
for (const { length, rank } of [
  { length: 250_000, rank: 50 },
  { length: 250_000, rank: 100 },
  ...(quick
    ? []
    : [
        { length: 1_000_000, rank: 100 },
        { length: 1_000_000, rank: 300 },
      ]),
]) {
  const { tokens, size, settings } = encoded(length);
  const matrix = positiveInformation(countPairs(tokens, size, settings), settings.noiseExponent);
  let [own, theirs, difference] = [Infinity, Infinity, NaN];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    const { singularValues } = finished(truncatedSvd(kernel, matrix, rank));
    const { user, system } = process.cpuUsage(before);
    own = Math.min(own, (user + system) / 1e6);
    const other = await peer?.svd(matrix, rank);
    if (other === undefined) continue;
    theirs = Math.min(theirs, other.cpu);
    difference = Math.max(...singularValues.map((value, at) => Math.abs(value / other.values[at]! - 1)));
  }
  const cells = [
    String(size),
    String(matrix.columns.length),
    String(rank),
    theirs.toFixed(2),
    own.toFixed(2),
  ];
  const all = [...cells, (theirs / own).toFixed(2), difference.toExponential(1)];
  console.log(String(length).padEnd(10) + all.map((cell) => cell.padStart(10)).join(''));
}

const { tokens, size } = encoded(250_000);
const digests = [1, 2, 3].map((seed) => {
  const settings = completeSettings({ architecture: 'count', dimensions: 50, seed });
  return createHash('sha256')
    .update(finished(countVectors(kernel, tokens, size, settings)))
    .digest('hex')
    .slice(0, 16);
});
console.log(`vectors of 50 dimensions, seeds 1, 2, 3: ${digests.join(' ')}`);
peer?.close();
rmSync(folder, { recursive: true, force: true });
