import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import { AppError } from '../../core/contract/errors.ts';
import { openText } from '../../core/corpus/read-document.ts';

// What is read of real documents beside what other programs read of them (Debian: pandoc, poppler-utils, python3).
const shared = process.env['FIRTH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared/data');
const messy = join(shared, 'messy');
const runs = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const canRun = existsSync(messy) && ['pandoc', 'pdftotext', 'python3'].every(runs);

function output(program: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? stdout : null;
}

const pandoc = (path: string) =>
  output(
    'pandoc',
    '-f',
    extname(path).slice(1),
    '-t',
    'plain',
    '--wrap=none',
    '--track-changes=accept',
    path,
  );

/** Of an ODT that pandoc takes for damaged, the text between the tags. */
const stripped = (path: string) =>
  output(
    'python3',
    '-c',
    `import re, sys, zipfile
print(re.sub(r'<[^>]*>', '', re.sub(r'<text:[sp][^>]*>', ' ', zipfile.ZipFile(sys.argv[1]).read('content.xml').decode())))`,
    path,
  );

const elementTree = (path: string) =>
  output(
    'python3',
    '-c',
    `import sys, xml.etree.ElementTree as tree
inline = {'hi', 'emph', 'foreign', 'seg', 'w', 'c', 'pc', 'corr'}
local = lambda e: e.tag.split('}')[-1]
def walk(e):
    yield e.text or ''
    for child in e:
        yield from walk(child)
        if local(child) not in inline: yield ' '
        yield child.tail or ''
print(''.join(walk(next(e for e in tree.parse(sys.argv[1]).iter() if local(e) == 'text'))))`,
    path,
  );

/** How often each word occurs; Chinese characters are words of their own. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const words = text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu);
  for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);

async function textOf(path: string): Promise<string | null> {
  const file = { file: path, path, bytes: statSync(path).size };
  const choice = { encoding: 'auto', language: 'auto', tokens: defaultTokenSettings };
  try {
    const opened = await openText(file, choice, commandLineEnvironment().kernels);
    return [...opened.documents()].map((document) => [...document.text()].join('')).join('\n');
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

describe.skipIf(!canRun)(
  `the text of real documents${canRun ? '' : ' – NOT RUN: pandoc, pdftotext or the texts are not here'}`,
  () => {
    it.each([
      ['docx/*.docx', pandoc, 99],
      ['odt/*.odt', (path: string) => pandoc(path) ?? stripped(path), 99],
      ['epub/*.{epub,fb2}', pandoc, 99],
      ['xml/{DEU002,ENG18490_Skene,GRE0009_Ragavis_Chrysoun_Mastigion,gerdracor_*}.xml', elementTree, 99],
      ['pdf/*.pdf', (path: string) => output('pdftotext', path, '-'), 97],
    ] as const)(
      '%s: recall and precision of its words beside another program',
      async (files, other, least) => {
        let own = 0;
        let others = 0;
        let common = 0;
        const paths = globSync(files, { cwd: messy }).toSorted();
        for (const name of paths) {
          const path = join(messy, name);
          const [text, independent] = [await textOf(path), other(path)];
          if (text === null || independent === null) continue;
          const [a, b] = [wordsOf(text), wordsOf(independent)];
          const both = sumOf([...a].map(([word, count]) => Math.min(count, b.get(word) ?? 0)));
          own += sumOf(a.values());
          others += sumOf(b.values());
          common += both;
          process.stdout.write(
            `  ${name.padEnd(60)} ${sumOf(b.values())} words, ${both} in both, ${sumOf(a.values())} read\n`,
          );
        }
        const recall = (100 * common) / others;
        const precision = (100 * common) / own;
        process.stdout.write(
          `${files}: ${paths.length} files, recall ${recall.toFixed(2)} %, precision ${precision.toFixed(2)} %\n`,
        );
        expect(others).toBeGreaterThan(1000);
        expect(recall).toBeGreaterThanOrEqual(least);
        expect(precision).toBeGreaterThanOrEqual(least);
      },
    );
  },
);
