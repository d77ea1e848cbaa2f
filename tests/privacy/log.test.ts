import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import { createEngine } from '../../core/engine/engine.ts';
import { logFile, logName } from '../../core/log-file.ts';

// Promise D. A word of a text, a word that was asked for, a folder, a file: none of them is ever in the log.
const marks = ['zwyxlatum', 'brombosity', 'quillfeather', 'inkhorn'] as const;
const [wordMark, askedMark, folderMark, fileMark] = marks;

const folder = mkdtempSync(join(tmpdir(), 'firth-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const home = join(folder, folderMark);
mkdirSync(home);
const text = join(home, `${fileMark}.txt`);
writeFileSync(text, `the ${wordMark} cooked bread .\n`.repeat(50));

it('the log of faults that quote texts and paths says where they happened, and nothing else', async () => {
  let faulty = false;
  const dataFolder = join(home, 'data');
  const now = () => {
    // A fault of Firth’s own whose message says all that is private, as JavaScript’s own messages may.
    if (faulty)
      throw new TypeError(
        `${marks.join(' ')}\n    at ${text}:1:1\n    at Object.${askedMark} (${home}/core/${wordMark}.ts:1:1)`,
      );
    return Date.now();
  };
  const log = logFile({ dataFolder }, () => 0);
  const engine = createEngine({ ...commandLineEnvironment(), dataFolder, now, log });
  const project = { path: join(home, `${fileMark}.firth`) };
  await engine.call('project.open', { file: project, create: true });
  const importing = {
    files: [{ path: text }],
    language: 'en',
    encoding: 'utf-8',
    tokens: defaultTokenSettings,
  };
  await engine.call('corpus.import', importing);
  faulty = true;
  const failures = await Promise.allSettled([
    engine.call('corpus.import', importing),
    engine.call('model.train', { settings: { minCount: 1 }, name: askedMark }),
    engine.call('project.open', { file: project }),
    engine.call('search.neighbours', { word: askedMark }),
  ]);
  faulty = false;
  const codes = failures.map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : null,
  );
  expect(codes).toEqual(['E_INTERNAL', 'E_INTERNAL', 'E_INTERNAL', 'E_NO_MODEL']);
  await engine.close();
  const written = readFileSync(join(dataFolder, logName), 'utf8');
  expect(written.trimEnd().split('\n')).toHaveLength(3);
  expect(written).toContain('core/engine/');
  for (const private_ of [...marks, folder, hostname(), userInfo().username].filter((one) => one.length > 3))
    expect(written.toLowerCase()).not.toContain(private_.toLowerCase());
});
