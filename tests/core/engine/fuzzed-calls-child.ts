import { copyFileSync, mkdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../core/engine/engine.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { answered, projectWithAll } from './asked-of-all.ts';
import { fuzzedCall, type Paths } from './fuzzed-input.ts';
import { smallPlace } from './small-engine.ts';

// Arguments: the seed, and how many calls.
const [seed, count] = process.argv.slice(2).map(Number) as [number, number];
const say = (told: Readonly<Record<string, unknown>>) => writeSync(1, `${JSON.stringify(told)}\n`);
const random = seeded(seed);
const below = (limit: number) => Math.floor(random() * limit);

/** Calls on one copy of the project: what they change becomes less and less like what it was. */
const together = 120;
const mostSeconds = 5;

const place = smallPlace();
process.on('exit', () => place.remove());
await projectWithAll(place);
const folder = join(place.folder, 'files');
mkdirSync(folder);
const files: Readonly<Record<string, string | Buffer>> = {
  'words.txt': 'cat 3\ndog\n\n= 7\n',
  'pairs.csv': 'word1,word2,score\ncat,dog,7\nbread,cat,1\n',
  'questions.txt': ': animals\ncat dog bread barn\n',
  'sets.txt': 'a: cat, dog\nb: bread, barn\nc: the\nd: near\n',
  'table.csv': 'file,author\n1900.conllu,Anna\n',
  'vectors.txt': '2 3\ncat 1 2 3\ndog 3 2 1\n',
  'none.bin': Buffer.from([0, 255, 216, 0, 128]),
  'half.json': '{"words": ["cat",',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
let targets = 0;
const paths: Paths = {
  there: [
    ...Object.keys(files).map((name) => join(folder, name)),
    ...[
      folder,
      join(place.folder, 'nowhere', 'x.txt'),
      '/dev/null',
      place.project,
      join(place.folder, 'texts'),
    ],
  ],
  target: () => {
    targets += 1;
    const names = [
      'out.csv',
      'out.xlsx',
      'out',
      'out.bin',
      'deep/er/out.json',
      `n${targets}`,
      '.hidden',
      'ä\u0301.tsv',
    ];
    return join(place.folder, 'out', names[below(names.length)]!);
  },
};

const path = join(place.folder, 'fuzzed.firth');
async function opened(): Promise<Engine> {
  rmSync(join(place.folder, 'out'), { recursive: true, force: true });
  mkdirSync(join(place.folder, 'out'));
  copyFileSync(place.project, path);
  const engine = place.engine();
  await engine.call('project.open', { file: { path } });
  return engine;
}

/** What was done can be saved and is found whole. */
async function ended(engine: Engine): Promise<readonly string[]> {
  await engine.call('project.close', { save: true });
  const { ok, code, problems } = await engine.call('project.verify', { file: { path } });
  return ok ? [] : [`not whole afterwards: ${code} ${problems.join()}`];
}

const tally: Record<string, number> = {};
let engine = await opened();
for (let number = 0; number < count; number++) {
  const [method, given] = fuzzedCall(below, paths);
  // Where a project was saved under another name, nothing else is to be written: whoever does is told when it is saved again.
  const input =
    method === 'project.save' && Object.hasOwn(Object(given) as object, 'target')
      ? { target: { path: join(place.folder, 'out', `saved ${number}.firth`) } }
      : given;
  say({ begun: `${number} ${method} ${JSON.stringify(input).slice(0, 1000)}` });
  const started = process.cpuUsage();
  const answer = await answered(engine, [method, input]);
  const { user, system } = process.cpuUsage(started);
  const faults: string[] = [];
  if (answer.startsWith('E_INTERNAL')) faults.push(answer);
  if (answer.startsWith('E_DAMAGED') && !/^project\.|^study\./u.test(method)) faults.push(answer);
  if ((user + system) / 1e6 > mostSeconds) faults.push(`${(user + system) / 1e6} s`);
  const code = /^E_\w+/u.exec(answer)?.[0] ?? 'answered';
  tally[code] = (tally[code] ?? 0) + 1;
  if (number % together === together - 1 || number === count - 1) {
    try {
      faults.push(...(await ended(engine)));
    } catch (thrown) {
      faults.push(`closing: ${String(thrown)}`);
    }
    if (number < count - 1) engine = await opened();
  }
  say({ asked: code, faults });
}
say({ tally });
