import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeZipfTexts } from './zipf-texts.ts';

// What a large corpus asks of a laptop: peak memory of importing and training 17 million tokens with 68,000 words, and the time
// from nothing to the first neighbours in the project that comes of it. `--quick` takes a tenth.
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));
const project = join(folder, 'large.firth');
const cli = join(import.meta.dirname, '..', '..', 'core', 'cli', 'main.ts');
// The highest resident size of the whole process, threads and their memories included, in kB.
const sayPeak = `data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))`;

function firth(...args: readonly string[]) {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', sayPeak, cli, ...args, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, FIRTH_DATA: join(folder, 'data') },
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return {
    answer: JSON.parse(stdout) as Record<string, number>,
    seconds: (performance.now() - began) / 1000,
    peakMB: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000,
  };
}

const line = (what: string, seconds: number, peakMB: number, said: string) =>
  console.log(
    what.padEnd(34) + seconds.toFixed(2).padStart(9) + peakMB.toFixed(0).padStart(11) + `   ${said}`,
  );

try {
  const texts = join(folder, 'texts');
  writeZipfTexts(texts, { tokens: 17e6 * scale, types: 68_000, documents: 200 });
  console.log(`${'step'.padEnd(34)}${'seconds'.padStart(9)}${'peak MB'.padStart(11)}`);
  const imported = firth('import', texts, '--project', project);
  line('import', imported.seconds, imported.peakMB, `${imported.answer['tokens']} tokens; bar: 500 MB`);
  for (const name of ['first', 'second', 'third']) {
    const trained = firth('train', project, '--name', name, '--epochs', '1', '--mode', 'fast');
    line(
      `train, 100 dimensions, “${name}”`,
      trained.seconds,
      trained.peakMB,
      `${trained.answer['vocabulary']} words; bar: 500 MB`,
    );
  }
  const megabytes = (statSync(project).size / 1e6).toFixed(0);
  for (let round = 0; round < 3; round += 1) {
    const asked = firth('neighbours', project, 'babe', '--model', 'second');
    line('open and ask for neighbours', asked.seconds, asked.peakMB, `${megabytes} MB project; bar: 2 s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
