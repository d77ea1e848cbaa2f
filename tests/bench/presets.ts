import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import type { TrainingSettings } from '../../core/contract/settings/training.ts';
import { pearson, ranks } from '../../core/evidence/pair-evaluation.ts';
import { readRatedPairs, type RatedPair } from '../../core/evidence/rated-pairs.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { readTokenIds } from '../../core/project/token-stream.ts';
import { readTypes } from '../../core/project/types.ts';
import { encodeRun, prepareRun, textsOfRun } from '../../core/studies/prepare-run.ts';
import { runOf, type Run } from '../../core/studies/runs.ts';
import { studyTexts, type StudyTexts } from '../../core/studies/study-texts.ts';
import { presetFor } from '../../core/training/presets.ts';
import { lastOfDocument, typeId } from '../../core/training/encode-tokens.ts';
import { startCount } from '../../core/training/count-thread.ts';
import { copyVectors } from '../../core/training/run-state.ts';
import { completeSettings } from '../../core/training/settings.ts';
import { startTrainer } from '../../core/training/trainer.ts';
import { buildVocabulary } from '../../core/vocabulary/vocabulary.ts';
import { parts, settingsAt, type Part } from './preset-grid.ts';

// What settings are best at what size of a corpus, by how well cosines agree with people and by how far the ten nearest words of two
// bootstraps agree. One line of JSON a setting, appended to `--out=FILE`, in which what is there is not measured again;
// `--only=en-30k,de-30k` takes some of the corpora, `--names="preset;center"` some of the settings.
const shared = process.env['FIRTH_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const option = (name: string) =>
  process.argv.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
const out = option('out') ?? join(tmpdir(), 'firth-presets.jsonl');
const only = option('only')?.split(',');
const names = option('names')?.split(';');
const environment = commandLineEnvironment();
const folder = mkdtempSync(join(tmpdir(), 'firth-presets-'));
/** Samples of the smallest size; of larger ones there are fewer. */
const most = Number(option('samples') ?? 3);
/** The most telling settings of the grid, of all sizes, or only so many; the others come when these are done. */
const mostSettings = Number(option('settings') ?? Infinity);
const textTokens = 2000;
const listLength = 10;
/** Rarer words are in no list, whatever the setting: else a minimum count would be compared with itself. */
const listed = 5;

interface Corpus {
  readonly forms: readonly string[];
  readonly texts: readonly Uint32Array[];
}

/** The texts of a part, cut by Firth itself, in pieces of equal length: what is drawn with replacement. */
function corpusOf({ name, files, language }: Part): Corpus {
  const project = join(folder, `${name}.firth`);
  const main = join(import.meta.dirname, '../../core/cli/main.ts');
  const paths = files.map((file) => {
    const path = join(shared, 'lang', file);
    if (!file.endsWith('.gz')) return path;
    const plain = join(folder, basename(file, '.gz') + '.txt');
    writeFileSync(plain, gunzipSync(readFileSync(path)));
    return plain;
  });
  execFileSync(process.execPath, [main, 'import', ...paths, '--project', project, '--language', language], {
    stdio: 'ignore',
    env: { ...process.env, FIRTH_DATA: join(folder, 'data') },
  });
  const db = new Database(project, { readonly: true });
  const { forms } = readTypes(db as never);
  const all: number[] = [];
  for (const { ids } of readTokenIds(db as never)) for (const id of ids) all.push(id & typeId);
  db.close();
  const texts: Uint32Array[] = [];
  for (let at = 0; at + textTokens <= all.length; at += textTokens)
    texts.push(Uint32Array.from(all.slice(at, at + textTokens)));
  return { forms, texts };
}

interface Sample extends Corpus {
  readonly counts: Uint32Array;
}

/** As many texts as make up a size, from the whole evenly; of small sizes several that have no text in common, for there one is no witness. */
function samplesOf({ forms, texts }: Corpus, tokens: number): Sample[] {
  const wanted = Math.min(texts.length, Math.round(tokens / textTokens));
  const several = Math.min(
    tokens < 50_000 ? most : tokens < 200_000 ? Math.ceil(most / 2) : 1,
    Math.floor(texts.length / wanted),
  );
  return Array.from({ length: several }, (_, first) => {
    const chosen = Array.from(
      { length: wanted },
      (_, at) => texts[Math.floor((at * texts.length) / wanted) + first]!,
    );
    const counts = new Uint32Array(forms.length);
    for (const text of chosen) for (const id of text) counts[id] = counts[id]! + 1;
    return { forms, texts: chosen, counts };
  });
}

interface Rows {
  readonly values: Float32Array;
  /** By the rows of the study’s words; −1 where a run has no row. */
  readonly rowOf: Int32Array;
  readonly dimensions: number;
  readonly seconds: number;
}

async function trained(texts: StudyTexts, settings: TrainingSettings, run: Run): Promise<Rows> {
  const prepared = textsOfRun(texts, settings, run);
  const { rowOfType, keptTokens, words } = prepared.vocabulary;
  const started = process.cpuUsage();
  let values: Float32Array;
  if (settings.architecture === 'count') {
    const tokens = new Uint32Array(new SharedArrayBuffer(keptTokens * 4));
    encodeRun(prepared, tokens);
    values = await startCount(
      {
        tokens,
        words: words.length,
        settings: prepared.settings,
        kernel: kernelModule(environment, 'panels', 'strict'),
      },
      { workerEntry: environment.workers.counting, now: environment.now, onShare: () => undefined },
    ).outcome;
  } else {
    const memory = prepareRun(prepared);
    await startTrainer(memory, {
      workerEntry: environment.workers.training,
      module: kernelModule(environment, 'words', 'strict'),
      now: environment.now,
    }).outcome;
    values = copyVectors(memory, 'input');
  }
  const { user } = process.cpuUsage(started);
  return { values, rowOf: rowOfType, dimensions: values.length / words.length, seconds: user / 1e6 };
}

/** Scaled to length 1, by the rows of the study’s words; null where a run has none. */
type Unit = readonly (Float32Array | null)[];

function unitRows({ values, rowOf, dimensions }: Rows): Unit {
  return Array.from(rowOf, (row) => {
    if (row < 0) return null;
    const vector = values.slice(row * dimensions, (row + 1) * dimensions);
    const length = Math.hypot(...vector);
    return length > 0 ? vector.map((value) => value / length) : null;
  });
}

const cosine = (a: Float32Array, b: Float32Array) => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
};

/** Share of the ten nearest that two runs have in common, mean over at most 400 words of a band. */
function overlap(a: Unit, b: Unit, counts: Uint32Array, from: number, to: number) {
  const candidates = [...counts.keys()].filter((row) => counts[row]! >= listed && a[row] && b[row]);
  const band = candidates.filter((row) => counts[row]! >= from && counts[row]! < to);
  const asked = band.filter((_, at) => at % Math.ceil(band.length / 400) === 0);
  const nearest = (rows: Unit, row: number) => {
    const best: (readonly [number, number])[] = [];
    for (const other of candidates) {
      const score = other === row ? -Infinity : cosine(rows[row]!, rows[other]!);
      if (best.length === listLength && score <= best[0]![1]) continue;
      best.push([other, score]);
      best.sort((x, y) => x[1] - y[1]);
      if (best.length > listLength) best.shift();
    }
    return new Set(best.map(([other]) => other));
  };
  const shares = asked.map((row) => nearest(a, row).intersection(nearest(b, row)).size / listLength);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

interface Measured {
  readonly words: number;
  readonly seconds: number;
  /** For each set of pairs: how many have both words five times, and the mean correlation of the model and two bootstraps. */
  readonly pairs: readonly number[];
  readonly spearman: readonly number[];
  /** The same for words that occur ten times. */
  readonly spearmanOf10: readonly number[];
  readonly rare: number;
  readonly frequent: number;
}

async function measured(
  sample: Sample,
  chosen: Partial<TrainingSettings>,
  sets: readonly (readonly RatedPair[])[],
): Promise<Measured> {
  const settings = completeSettings(chosen);
  const vocabulary = buildVocabulary(sample, settings);
  const texts = studyTexts(
    vocabulary.words,
    sample.texts.map((ids) => ({
      ids: ids.with(-1, ids[ids.length - 1]! + lastOfDocument),
      lastOfDocument: true,
    })),
    vocabulary.rowOfType,
  );
  const { length } = texts.sizes;
  const itself = await trained(texts, settings, {
    number: 0,
    times: new Uint32Array(length).fill(1),
    seed: settings.seed,
  });
  const rows = [unitRows(itself)];
  for (const number of [1, 2])
    rows.push(
      unitRows(await trained(texts, settings, runOf('bootstrap', { settings, texts: length }, number))),
    );
  const rowOf = new Map(vocabulary.words.map((word, row) => [word, row]));
  const often = new Map(sample.forms.map((form, id) => [form, sample.counts[id]!]));
  const frequentPairs = (least: number) =>
    sets.map((pairs) =>
      pairs.filter(({ first, second }) =>
        [first, second].every((word) => (often.get(word.toLowerCase()) ?? 0) >= least),
      ),
    );
  const agreement = (pairs: readonly RatedPair[], of: Unit) => {
    const found = pairs.flatMap(({ first, second, rating }) => {
      const [a, b] = [first, second].map((word) => of[rowOf.get(word.toLowerCase()) ?? -1]);
      return a && b ? [[rating, cosine(a, b)] as const] : [];
    });
    return pearson(ranks(found.map(([rating]) => rating)), ranks(found.map(([, score]) => score)));
  };
  const mean = (pairs: readonly RatedPair[]) =>
    rows.reduce((sum, of) => sum + agreement(pairs, of), 0) / rows.length;
  return {
    words: vocabulary.words.length,
    seconds: itself.seconds,
    pairs: frequentPairs(5).map((pairs) => pairs.length),
    spearman: frequentPairs(5).map(mean),
    spearmanOf10: frequentPairs(10).map(mean),
    rare: overlap(rows[1]!, rows[2]!, vocabulary.counts, 10, 101),
    frequent: overlap(rows[1]!, rows[2]!, vocabulary.counts, 101, Infinity),
  };
}

const average = (values: readonly number[]) =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
const averages = (lists: readonly (readonly number[])[]) =>
  lists[0]!.map((_, at) => average(lists.map((list) => list[at]!)));

const before = existsSync(out) ? readFileSync(out, 'utf8').trim().split('\n') : [];
const done = new Set(
  before.filter(Boolean).map((line) => {
    const { part, name } = JSON.parse(line) as { readonly part: string; readonly name: string };
    return `${part} ${name}`;
  }),
);
const corpora = new Map<string, Corpus>();
try {
  for (const part of parts) {
    const label = `${part.name}-${part.tokens / 1000}k`;
    if (only !== undefined && !only.includes(label)) continue;
    const corpus = corpora.get(part.name) ?? corpusOf(part);
    corpora.set(part.name, corpus);
    const samples = samplesOf(corpus, part.tokens);
    const tokens = samples[0]!.texts.length * textTokens;
    const sets = part.pairs.map(
      (file) => readRatedPairs(readFileSync(join(shared, 'eval', file), 'utf8'), file).pairs,
    );
    const grid = [['preset', presetFor(tokens).settings] as const, ...settingsAt(part.tokens)];
    for (const [name, chosen] of grid.slice(0, mostSettings)) {
      if (done.has(`${label} ${name}`) || names?.includes(name) === false) continue;
      const found: Measured[] = [];
      for (const sample of samples) found.push(await measured(sample, chosen, sets));
      const line = {
        part: label,
        name,
        tokens,
        samples: samples.length,
        words: average(found.map(({ words }) => words)),
        seconds: average(found.map(({ seconds }) => seconds)),
        pairs: averages(found.map(({ pairs }) => pairs)),
        spearman: averages(found.map(({ spearman }) => spearman)),
        spearmanOf10: averages(found.map(({ spearmanOf10 }) => spearmanOf10)),
        rare: average(found.map(({ rare }) => rare)),
        frequent: average(found.map(({ frequent }) => frequent)),
        settings: chosen,
      };
      appendFileSync(out, `${JSON.stringify(line)}\n`);
      console.log(label, name, line.seconds, line.spearman.join(' '), line.rare, line.frequent);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
