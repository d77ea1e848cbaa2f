import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { createEngine } from '../../core/engine/engine.ts';
import { scannedQueries } from './plain-scan.ts';
import { queryTexts, writeQueryTexts } from './query-texts.ts';

// How long the questions to a corpus of four million tokens take in an open project, beside a plain scan over a typed array and, where
// FIRTH_OTHER names the folder of another build, beside what that can answer. `--quick` takes a tenth of the texts.
const root = join(import.meta.dirname, '..', '..');
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const other = process.env['FIRTH_OTHER'];
const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));
process.env['FIRTH_DATA'] = join(folder, 'data');
// The highest resident size of the whole process, threads and their memories included, in kB.
const sayPeak = `data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))`;

function firth(build: string, ...args: readonly string[]) {
  const began = performance.now();
  const cli = join(build, 'core', 'cli', 'main.ts');
  const run = spawnSync(process.execPath, ['--import', sayPeak, cli, ...args, '--json'], {
    encoding: 'utf8',
    cwd: build,
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return {
    answer: JSON.parse(run.stdout) as { readonly total?: number; readonly tokens?: number },
    seconds: (performance.now() - began) / 1000,
    peakMB: Number(/peak (\d+)/.exec(run.stderr)?.[1]) / 1000,
  };
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Measured {
  readonly first: number;
  readonly best: number;
  readonly cpu: number;
  readonly said: unknown;
}

/** Of several rounds, each a question that was not asked before: the first, and the best by the clock and by the processor. */
async function measured(rounds: number, work: (round: number) => unknown): Promise<Measured> {
  const clock: number[] = [];
  const processor: number[] = [];
  let said: unknown;
  for (let round = 0; round < rounds; round++) {
    const [began, used] = [performance.now(), cpu()];
    said = await work(round);
    clock.push(performance.now() - began);
    processor.push(cpu() - used);
  }
  return { first: clock[0]!, best: Math.min(...clock), cpu: Math.min(...processor), said };
}

const cells = (...all: readonly (string | number)[]) =>
  all
    .map((cell, at) =>
      at === 0
        ? String(cell).padEnd(40)
        : (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(at === 1 ? 9 : 11),
    )
    .join('');

const call = createEngine(commandLineEnvironment());
try {
  const texts = queryTexts(shared, process.argv.includes('--quick') ? 100 : 1000);
  writeQueryTexts(join(folder, 'texts'), texts);
  const project = join(folder, 'corpus.firth');
  const { tokens = 0 } = firth(root, 'import', join(folder, 'texts'), '--project', project).answer;
  console.log(`${texts.says}: ${tokens} tokens, ${texts.words.length} types\n`);
  await call.call('project.open', { file: { path: project }, readOnly: true });
  const began = performance.now();
  await call.call('query.lines', { query: '"nothing-of-this-kind"', limit: 1 });
  console.log(`reading the corpus with the first question: ${(performance.now() - began).toFixed(0)} ms\n`);

  console.log(cells('query', 'matches', 'first ms', 'best ms', 'CPU ms', 'bar', 'plain scan', 'scan ÷ CPU'));
  for (const { cql, bar, scan } of scannedQueries) {
    const ask = async (round: number) =>
      (await call.call('query.lines', { query: cql + ' '.repeat(round), limit: 1 })).total;
    const [asked, scanned] = [await measured(8, ask), await measured(8, () => scan(texts))];
    const same = asked.said === scanned.said ? '' : `   the scan finds ${String(scanned.said)}`;
    const shown = [asked.first, asked.best, asked.cpu, bar, scanned.cpu, scanned.cpu / asked.cpu];
    console.log(cells(cql, String(asked.said), ...shown) + same);
  }

  const documents = (await call.call('corpus.documents', { limit: 1000 })).rows.map(({ id }) => id);
  const target = { documents: documents.slice(0, documents.length / 2) };
  const the = (round: number) => `"the"${' '.repeat(round)}`;
  const sort = [1, -1];
  const others: readonly (readonly [string, number, (round: number) => Promise<number>])[] = [
    [
      'lines of the by R1, L1: first page',
      150,
      async (round) => (await call.call('query.lines', { query: the(round), sort })).total,
    ],
    [
      'the same, any other page',
      5,
      async (round) =>
        (await call.call('query.lines', { query: the(0), sort, offset: 7_777 * (round + 1) })).lines.length,
    ],
    [
      'collocates of the, 5–5',
      60,
      async (round) => (await call.call('lines.collocates', { word: the(round) })).total,
    ],
    [
      'keywords of one half, all types',
      200,
      async (round) => (await call.call('query.keywords', { target, minimum: 5 - Math.min(4, round) })).total,
    ],
    [
      'the same by texts',
      400,
      async (round) =>
        (await call.call('query.keywords', { target, minimum: 5 - Math.min(4, round), measure: 'textLrc' }))
          .total,
    ],
    [
      '4-grams, minimum 10',
      1500,
      async (round) => (await call.call('query.ngrams', { n: 4, minimum: 14 - Math.min(4, round) })).total,
    ],
    [
      'word list, first page',
      20,
      async (round) => (await call.call('corpus.words', { limit: 100 + round })).total,
    ],
  ];
  console.log(`\n${cells('question', 'rows', 'first ms', 'best ms', 'CPU ms', 'bar')}`);
  for (const [name, bar, ask] of others) {
    const { first, best, cpu: processor, said } = await measured(5, ask);
    console.log(cells(name, String(said), first, best, processor, bar));
  }
  await call.close();

  console.log(
    `\n${'command'.padEnd(40)}${'rows'.padStart(9)}${'seconds'.padStart(11)}${'peak MB'.padStart(11)}`,
  );
  for (const args of [
    ['query', project, '"in" [] "of"'],
    ['ngrams', project, '--n', '4', '--minimum', '10'],
    ['words', project],
  ]) {
    const { answer, seconds, peakMB } = firth(root, ...args);
    const name = ['firth', args[0], ...args.slice(2)].join(' ');
    console.log(
      `${name.padEnd(40)}${String(answer.total).padStart(9)}${seconds.toFixed(2).padStart(11)}${peakMB.toFixed(0).padStart(11)}`,
    );
  }
  if (other !== undefined) await askOther(other);
} finally {
  await call.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Calls of a build that is not this one: nothing is known of it but their names. */
type OtherCall = (method: string, params: unknown) => Promise<{ readonly total: number }>;

/** What another build can answer of the same, in a project that it has made itself. */
async function askOther(build: string): Promise<void> {
  const project = join(folder, 'other.firth');
  firth(build, 'import', join(folder, 'texts'), '--project', project);
  const { createEngine: create } = (await import(join(build, 'core', 'engine', 'engine.ts'))) as {
    readonly createEngine: (environment: unknown) => { readonly call: OtherCall; close(): Promise<void> };
  };
  const { commandLineEnvironment: environment } = (await import(
    join(build, 'core', 'cli', 'environment.ts')
  )) as { readonly commandLineEnvironment: () => unknown };
  const engine = create(environment());
  await engine.call('project.open', { file: { path: project } });
  const asked: readonly (readonly [string, string, object])[] = [
    ['lines of the, as the texts have them', 'lines.concordance', { word: 'the', limit: 50 }],
    ['lines of the by R1, L1: any page', 'lines.concordance', { word: 'the', sort: [1, -1], limit: 50 }],
    ['collocates of the, 5–5', 'lines.collocates', { word: 'the', left: 5, right: 5 }],
    ['word list, first page', 'corpus.words', { limit: 100 }],
  ];
  console.log(`\n${cells('the other build', 'rows', 'first ms', 'best ms', 'CPU ms')}`);
  for (const [name, method, params] of asked) {
    const {
      first,
      best,
      cpu: processor,
      said,
    } = await measured(4, async () => (await engine.call(method, params)).total);
    console.log(cells(name, String(said), first, best, processor));
  }
  await engine.close();
}
