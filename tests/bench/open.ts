import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeZipfTexts } from './zipf-texts.ts';

// From nothing to an answer: a project of some 340 MB is opened again and again, and one of three words. `--peer=FOLDER` is another checkout of Firth
// beside this one, in turns; it gets a project of its own. `--quick` takes a tenth.
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const peer = process.argv.find((one) => one.startsWith('--peer='))?.slice('--peer='.length);
const builds = [
  { name: 'this', folder: join(import.meta.dirname, '..', '..') },
  ...(peer === undefined ? [] : [{ name: 'peer', folder: peer }]),
];
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));

/** What a process used: seconds by the clock, of the processor, and bytes that it had written. */
interface Used {
  readonly seconds: number;
  readonly user: number;
  readonly written: number;
}

const told = `data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const u=process.resourceUsage();console.error('used',u.userCPUTime/1e6,u.fsWrite*512)})`;

function firth(build: (typeof builds)[number], ...args: readonly string[]): Used {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', told, join(build.folder, 'out', 'cli', 'firth.js'), ...args, '--json'],
    { encoding: 'utf8', env: { ...process.env, FIRTH_DATA: join(folder, build.name) }, maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  const [, user, written] = /used (\S+) (\S+)/.exec(stderr) ?? [];
  return { seconds: (performance.now() - began) / 1000, user: Number(user), written: Number(written) };
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Vectors of the words of the texts, so that nothing has to be trained. */
function writeVectors(path: string): void {
  const words = Array.from({ length: 20_000 }, (_, at) =>
    `w${at} ${Math.sin(at).toFixed(5)} `.concat('0.5 '.repeat(99)),
  );
  writeFileSync(path, `20000 100\n${words.map((word) => word.trim()).join('\n')}\n`);
}

try {
  const texts = join(folder, 'texts');
  writeZipfTexts(texts, { tokens: 17e6 * scale, types: 68_000, documents: 200 });
  const vectors = join(folder, 'vectors.txt');
  writeVectors(vectors);
  const small = join(folder, 'three.txt');
  writeFileSync(small, '3 2\nthe 1 0\nof 0 1\nw7 1 1\n');
  const kinds = [
    {
      of: 'large',
      make: (b: (typeof builds)[number], p: string) => firth(b, 'import', texts, '--project', p),
    },
    { of: 'three words', make: () => undefined },
  ];
  console.log(`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`);
  console.log('build  project        MB   first s   again s   user s   written MB');
  for (const { of, make } of kinds) {
    const files = builds.map((build) => {
      const path = join(folder, `${build.name} ${of}.firth`);
      make(build, path);
      firth(build, 'import-vectors', of === 'large' ? vectors : small, '--project', path);
      return { build, path, ask: () => firth(build, 'neighbours', path, 'w7') };
    });
    const first = files.map(({ ask }) => ask());
    const again = files.map((): Used[] => []);
    for (let round = 0; round < rounds; round++) files.forEach(({ ask }, at) => again[at]!.push(ask()));
    for (const [at, { build, path }] of files.entries()) {
      const of5 = (what: keyof Used) => middle(again[at]!.map((used) => used[what]));
      const row = [first[at]!.seconds.toFixed(2), of5('seconds').toFixed(2), of5('user').toFixed(2)];
      console.log(
        `${build.name}   ${of.padEnd(12)}${(statSync(path).size / 1e6).toFixed(0).padStart(5)}${row.map((cell) => cell.padStart(10)).join('')}${(of5('written') / 1e6).toFixed(1).padStart(12)}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
