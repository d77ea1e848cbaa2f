import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { TrainingSettings } from '../../core/contract/settings/training.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { evaluateAnalogies } from '../../core/evidence/analogy-evaluation.ts';
import { readAnalogies } from '../../core/evidence/analogy-questions.ts';
import { encodeTokens } from '../../core/training/encode-tokens.ts';
import { prepareMemory } from '../../core/training/run-memory.ts';
import { copyVectors } from '../../core/training/run-state.ts';
import { completeSettings } from '../../core/training/settings.ts';
import { startTrainer } from '../../core/training/trainer.ts';
import { kernelRowScores } from '../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../core/vectors/vector-space.ts';
import { buildVocabulary } from '../../core/vocabulary/vocabulary.ts';
import { startGensim, type PeerSettings, type Speed } from './gensim-peer.ts';
import { rowsOfWords } from '../../core/opened/test-words.ts';

// Words per second beside gensim on the same text in the same run, and analogy accuracy of both: speed counts only where the
// accuracy is the same. `--quick` leaves out 300 dimensions and takes one seed; `--speed` and `--accuracy` do one of the two,
// `--only=CBOW-NS,CBOW-HS` some of the kinds, `--dimensions=300` one length of the vectors; `--alone` is one round without gensim, for
// whoever changes a kernel.
const root = join(import.meta.dirname, '..', '..');
const places = { kernels: join(root, 'resources', 'kernels') };
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const quick = process.argv.includes('--quick');
const alone = process.argv.includes('--alone');
const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));

function corpusText(): string {
  const wikipedia = join(shared, 'lang', 'en', 'enwiki25.gz');
  if (existsSync(wikipedia)) return gunzipSync(readFileSync(wikipedia)).toString('utf8');
  console.log('enwiki25 is not here: the State of the Union addresses stand in for it.');
  const texts = join(root, 'resources', 'samples', 'state-of-the-union', 'texts');
  return readdirSync(texts)
    .map((file) =>
      readFileSync(join(texts, file), 'utf8')
        .toLowerCase()
        .replace(/[^\p{L}\s]/gu, ' '),
    )
    .join(' ');
}

const text = corpusText();
const textFile = join(folder, 'text.txt');
writeFileSync(textFile, text);
const tokens = text.split(/\s+/u).filter(Boolean);
const ids = new Map<string, number>();
const counts: number[] = [];
const typeIds = Uint32Array.from(tokens, (word) => {
  const id = ids.get(word) ?? ids.size;
  ids.set(word, id);
  counts[id] = (counts[id] ?? 0) + 1;
  return id;
});
const types = { forms: [...ids.keys()], counts: Uint32Array.from(counts) };

interface Trained extends Speed {
  readonly words: readonly string[];
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

async function firth(chosen: Partial<TrainingSettings>, build: 'strict' | 'relaxed'): Promise<Trained> {
  const settings = completeSettings({ mode: 'fast', ...chosen });
  const vocabulary = buildVocabulary(types, settings);
  const run = prepareMemory(vocabulary, settings);
  encodeTokens([{ ids: typeIds, lastOfDocument: true }], vocabulary.rowOfType, run.tokens);
  const before = process.cpuUsage();
  const { seconds } = await startTrainer(run, {
    workerEntry: pathToFileURL(join(root, 'core', 'training', 'training-worker.ts')).href,
    module: kernelModule(places, 'words', build),
    now: () => performance.now(),
  }).outcome;
  const { user, system } = process.cpuUsage(before);
  const trained = tokens.length * settings.epochs;
  return {
    wordsPerSecond: trained / seconds,
    wordsPerCpuSecond: trained / ((user + system) / 1e6),
    words: vocabulary.words,
    vectors: copyVectors(run, 'input'),
    dimensions: settings.dimensions,
  };
}

const allKinds = (['skip-gram', 'cbow'] as const).flatMap((architecture) =>
  (['negative-sampling', 'hierarchical-softmax'] as const).map((output) => ({ architecture, output })),
);
const short = ({ architecture, output }: (typeof allKinds)[number]) =>
  `${architecture === 'skip-gram' ? 'SG' : 'CBOW'}-${output === 'negative-sampling' ? 'NS' : 'HS'}`;
const optionOf = (name: string) =>
  process.argv.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = optionOf('only');
const lengths = optionOf('dimensions')?.split(',').map(Number) ?? (quick ? [100] : [100, 300]);
const kinds = allKinds.filter((kind) => only === undefined || only.split(',').includes(short(kind)));
const bars: Readonly<Record<string, number>> = { 'SG-NS': 7, 'CBOW-NS': 5, 'SG-HS': 2.5, 'CBOW-HS': 2 };

const gensim = alone ? null : await startGensim(textFile);
if (gensim !== null) console.log(gensim.name);
const ratio = (value: number) => value.toFixed(2);

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(13))).join(''));
}

/** Thousands of words a second: of CPU time where one worker works, of the clock where two do. */
function speedOf({ wordsPerSecond, wordsPerCpuSecond }: Speed, workers: number): number {
  return (workers === 1 ? wordsPerCpuSecond : wordsPerSecond) / 1000;
}

const rounds = alone ? 1 : 3;

async function speeds(): Promise<void> {
  console.log(
    `${tokens.length} tokens; thousands of raw words a second, best of ${rounds} rounds, ratios to gensim with one worker`,
  );
  console.log('One worker: by CPU time of the process. Two: by the clock, and beside one by the clock.');
  print([
    '',
    'gensim 1',
    'gensim 2',
    'relaxed 1',
    'strict 1',
    'relaxed 2',
    'relaxed/g',
    'strict/g',
    '2/1',
    'bar',
  ]);
  for (const dimensions of lengths)
    for (const kind of kinds) {
      // Long enough that the start of the threads, a tenth of a second, does not count.
      const settings = { ...kind, dimensions, epochs: kind.architecture === 'cbow' ? 12 : 4, seed: 1 };
      const best = { g1: NaN, g2: NaN, r1: NaN, s1: NaN, r2: NaN, r1Clock: NaN };
      const note = (name: keyof typeof best, speed: number) => {
        if (!(speed <= best[name])) best[name] = speed;
      };
      // In turns, so that whatever else the computer does strikes all alike.
      for (let round = 0; round < rounds; round += 1) {
        const one = await firth({ ...settings, workers: 1 }, 'relaxed');
        note('r1', speedOf(one, 1));
        note('r1Clock', speedOf(one, 2));
        note('r2', speedOf(await firth({ ...settings, workers: 2 }, 'relaxed'), 2));
        note('s1', speedOf(await firth({ ...settings, workers: 1 }, 'strict'), 1));
        if (gensim === null) continue;
        note('g1', speedOf(await gensim.train({ ...settings, workers: 1, epochs: 1 }), 1));
        if (round === 0) note('g2', speedOf(await gensim.train({ ...settings, workers: 2, epochs: 1 }), 2));
      }
      const { g1, g2, r1, s1, r2, r1Clock } = best;
      print([
        `${short(kind)} ${dimensions}`,
        ...[g1, g2, r1, s1, r2].map((speed) => Math.round(speed).toString()),
        ...[r1 / g1, s1 / g1, r2 / r1Clock].map(ratio),
        `≥ ${bars[short(kind)]}`,
      ]);
    }
}

function accuracy({ words, vectors, dimensions }: Omit<Trained, keyof Speed>): number {
  const space = vectorSpace({ words, counts: null, dimensions, values: vectors });
  const scores = kernelRowScores(kernelModule(places, 'nearest', 'relaxed'), space, false);
  const file = join(shared, 'eval', 'en', 'questions-words.txt');
  const questions = readAnalogies(readFileSync(file, 'utf8'), 'questions-words.txt');
  const { correct, total } = evaluateAnalogies(space, scores, questions, {
    restrict: 30_000,
    method: 'add',
    rowOf: rowsOfWords(space.words, 30_000),
  });
  return (100 * correct) / total;
}

async function gensimVectors(settings: PeerSettings): Promise<Omit<Trained, keyof Speed>> {
  const path = join(folder, 'gensim');
  await gensim!.train({ ...settings, vectors: path });
  const bytes = readFileSync(`${path}.f32`);
  return {
    words: readFileSync(`${path}.txt`, 'utf8').split('\n'),
    vectors: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
    dimensions: settings.dimensions,
  };
}

async function accuracies(): Promise<void> {
  if (gensim === null || !existsSync(join(shared, 'eval', 'en', 'questions-words.txt'))) {
    console.log('No comparison of accuracy: gensim or the Google analogies are not here.');
    return;
  }
  const seeds = quick ? [1] : [1, 2, 3];
  console.log(
    `\nGoogle analogies, per cent right among the 30,000 most frequent words, 100 dimensions, 5 epochs, seeds ${seeds.join(', ')}`,
  );
  print([
    '',
    ...seeds.map((seed) => `gensim ${seed}`),
    ...seeds.map((seed) => `Firth ${seed}`),
    'gensim',
    'Firth',
    'difference',
  ]);
  for (const kind of kinds) {
    const settings = { ...kind, dimensions: 100, epochs: 5 };
    const theirs: number[] = [];
    const own: number[] = [];
    for (const seed of seeds) {
      theirs.push(accuracy(await gensimVectors({ ...settings, workers: 1, seed })));
      own.push(accuracy(await firth({ ...settings, workers: 1, seed }, 'strict')));
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    print([
      short(kind),
      ...[...theirs, ...own].map(ratio),
      ...[mean(theirs), mean(own), mean(own) - mean(theirs)].map(ratio),
    ]);
  }
}

if (!process.argv.includes('--accuracy')) await speeds();
if (!process.argv.includes('--speed')) await accuracies();
gensim?.close();
rmSync(folder, { recursive: true, force: true });
console.log(execFileSync('uname', ['-srm']).toString().trim(), `· Node ${process.version}`);
