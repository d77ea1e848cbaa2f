import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pdfFile, type PdfLine } from '../core/corpus/readers/document-fixtures.ts';

// A novel as PDF into words: words for each second of CPU time, and how much memory the process had at its peak. `--peer=FOLDER` is another
// checkout of Firth beside this one, in turns; further files that are named are read after it. `--quick` takes a tenth.
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const peer = process.argv.find((one) => one.startsWith('--peer='))?.slice('--peer='.length);
const others = process.argv.slice(2).filter((one) => !one.startsWith('-'));
const builds = [
  { name: 'this', folder: resolve(import.meta.dirname, '..', '..') },
  ...(peer === undefined ? [] : [{ name: 'peer', folder: resolve(peer) }]),
];
const rounds = 5;

/** Read once for the start and once more: a second file in the same process is what most of an import is. */
const reading = (folder: string, path: string) => `
  import { readFileSync } from 'node:fs';
  const { pdf } = await import(${JSON.stringify(pathToFileURL(join(folder, 'core/corpus/readers/pdf.ts')).href)});
  const bytes = readFileSync(${JSON.stringify(path)});
  const began = process.cpuUsage();
  const read = () => pdf.extract(bytes, 'a.pdf', {}, ${JSON.stringify(join(folder, 'resources/kernels'))});
  await read();
  const once = process.cpuUsage(began);
  const { documents } = await read();
  const twice = process.cpuUsage(began);
  const seconds = ({ user, system }) => (user + system) / 1e6;
  console.log(JSON.stringify({
    words: documents[0].text.match(/[\\p{L}\\p{M}\\p{N}]+/gu).length,
    first: seconds(once),
    next: seconds(twice) - seconds(once),
    peak: process.resourceUsage().maxRSS / 1024,
  }));`;

interface Read {
  readonly words: number;
  readonly first: number;
  readonly next: number;
  readonly peak: number;
}

function readBy(folder: string, path: string): Read {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', reading(folder, path)],
    { encoding: 'utf8', cwd: folder },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Read;
}

const linesOfPage = 44;
const charactersOfLine = 90;

/** The novel in lines of one width, with a head and a number on each page. */
function novel(): Buffer {
  const data = join(import.meta.dirname, '..', '..', 'node_modules', '@stdlib', 'datasets-moby-dick', 'data');
  const text = readdirSync(data)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(data, file), 'utf8'))
    .join('\n')
    .replaceAll(/[^\x20-\x7e\n]/g, '');
  const whole = text.match(new RegExp(`\\S.{0,${charactersOfLine}}(?=\\s|$)`, 'g')) ?? [];
  const lines = whole.slice(0, scale * whole.length);
  const pages = Array.from({ length: Math.ceil(lines.length / linesOfPage) }, (_, page): PdfLine[] => [
    { x: 72, y: 770, text: 'The Whale', size: 9 },
    ...lines
      .slice(page * linesOfPage, (page + 1) * linesOfPage)
      .map((line, at) => ({ x: 50, y: 740 - 15 * at, text: line, size: 11 })),
    { x: 300, y: 30, text: String(page + 1), size: 9 },
  ]);
  return pdfFile(pages);
}

const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));
try {
  const path = join(folder, 'novel.pdf');
  writeFileSync(path, novel());
  console.log(`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`);
  console.log('file                 build     words   words/s first   words/s next   peak MB');
  for (const file of [path, ...others.map((one) => resolve(one))]) {
    const found = builds.map((): Read[] => []);
    for (let round = 0; round < rounds; round += 1)
      builds.forEach((build, at) => found[at]!.push(readBy(build.folder, file)));
    builds.forEach(({ name }, at) => {
      const of = found[at]!;
      const best = (what: 'first' | 'next') => Math.min(...of.map((one) => one[what]));
      const peak = of.map((one) => one.peak).toSorted((a, b) => a - b)[rounds >> 1]!;
      const { words } = of[0]!;
      console.log(
        [
          file
            .replace(/^.*[\\/]/, '')
            .slice(-20)
            .padEnd(20),
          name.padEnd(6),
          words.toLocaleString('en').padStart(9),
          Math.round(words / best('first'))
            .toLocaleString('en')
            .padStart(15),
          Math.round(words / best('next'))
            .toLocaleString('en')
            .padStart(14),
          peak.toFixed(0).padStart(9),
        ].join(' '),
      );
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
