import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Notice } from '../renderer/pages/settings/notices.ts';

// What others made and Firth comes with: libraries, dictionaries, texts. Put together when the program is built.

/** Bundled, though they are no dependencies of the command line: what the window is made with, and the program that it runs in. */
const ofTheWindow = ['svelte', 'clsx', '@lucide/svelte', 'd3-scale', 'electron'];
/** What these depend on compiles the window, or fetches a binary, and comes with nothing. */
const comeAlone: ReadonlySet<string> = new Set(['svelte', '@lucide/svelte', 'electron']);

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** @param root folder of the project, with its modules and built dictionaries */
export function thirdPartyNotices(root: string): readonly Notice[] {
  const modules = join(root, 'node_modules');
  const manifestOf = (folder: string) =>
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const wanted = [...Object.keys(manifestOf(root).dependencies ?? {}), ...ofTheWindow];
  const seen = new Map<string, Notice>();
  for (let name = wanted.shift(); name !== undefined; name = wanted.shift()) {
    const folder = join(modules, name);
    if (seen.has(name) || !existsSync(folder)) continue;
    const manifest = manifestOf(folder);
    seen.set(name, noticeOf(name, folder, manifest));
    if (!comeAlone.has(name)) wanted.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...[...seen.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), ...ofData(root)];
}

function noticeOf(name: string, folder: string, { version, license, author }: Manifest): Notice {
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const by = typeof author === 'object' ? author.name : author;
  const named = [license, by].filter((part) => part !== undefined).join('\n');
  return { name, version, licence: license ?? '', text: texts.length > 0 ? texts.join('\n\n') : named };
}

/** Dictionaries, stemmers, the reader of PDF and the samples bring their licences as files. */
function ofData(root: string): readonly Notice[] {
  const resources = join(root, 'resources');
  const kernels = join(resources, 'kernels');
  const samples = join(resources, 'samples');
  const files = [
    ...filesIn(kernels).map((file) => join(kernels, file)),
    ...filesIn(resources).map((file) => join(resources, file)),
  ].filter((file) => /[.-]licence\.txt$/u.test(file));
  const byName = new Map(files.map((file) => [basename(file).replace(/[.-]licence\.txt$/u, ''), file]));
  const sources = filesIn(samples).map((name): [string, string] => [name, join(samples, name, 'SOURCE.txt')]);
  return [...byName, ...sources].map(([name, file]) => ({
    name,
    version: '',
    licence: '',
    text: readFileSync(file, 'utf8').trim(),
  }));
}

const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Fills the notices of the page Settings in. */
export function notices(root: string): Plugin {
  return {
    name: 'firth:notices',
    enforce: 'pre',
    transform(_source, id) {
      const path = id.replace(/\?.*$/u, '').replaceAll('\\', '/');
      if (!path.endsWith('/renderer/pages/settings/notices.ts')) return null;
      return { code: `export const notices = ${JSON.stringify(thirdPartyNotices(root))};`, map: null };
    },
  };
}
