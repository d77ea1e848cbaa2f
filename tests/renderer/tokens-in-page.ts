import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build, preview, type Plugin } from 'vite';
import { extent } from '../extent.ts';

const root = join(import.meta.dirname, '..', '..');
const kernels = join(root, 'resources', 'kernels');
const dictionaries = [
  ...['jieba.wasm', 'jieba.dict.gz', 'japanese.dict.gz', 'word-lists.dict.gz'],
  // That of Korean, which is cut by it on wish alone, in the long run.
  ...extent([], ['korean.dict.gz']),
];

/** What the tokenizer takes from Node, as far as it takes it, out of what a page has. Files are handed over unpacked. */
const instead: Readonly<Record<string, string>> = {
  'node:fs': `export const readFileSync = (path) => {
      const file = globalThis.firthFiles[path.split('/').at(-1)];
      if (file === undefined) throw new Error('no ' + path);
      return file;
    };`,
  'node:path': `export const join = (...parts) => parts.join('/');`,
  'node:zlib': `export const gunzipSync = (bytes) => bytes;`,
};

const polyfill = `globalThis.Buffer = class Buffer extends Uint8Array {
  static from(source, ...rest) {
    if (typeof source !== 'string') {
      const bytes = source instanceof ArrayBuffer ? new Uint8Array(source, ...rest) : source;
      return new Buffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const units = Uint16Array.from({ length: source.length }, (_, at) => source.charCodeAt(at));
    return new Buffer(units.buffer);
  }
  static alloc(size) {
    return new Buffer(size);
  }
  write(text, offset) {
    for (let at = 0; at < text.length; at += 1) {
      this[offset + at * 2] = text.charCodeAt(at) & 255;
      this[offset + at * 2 + 1] = text.charCodeAt(at) >> 8;
    }
  }
  toString(encoding = 'utf8') {
    if (encoding === 'utf8') return new TextDecoder().decode(this);
    const even = this.byteOffset % 2 === 0 ? this : Uint8Array.from(this);
    const units = new Uint16Array(even.buffer, even.byteOffset, even.byteLength / 2);
    let text = '';
    for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
    return text;
  }
};`;

/** Modules are run in the order of their imports: what they need of Node is there before them. */
const entry = `import 'firth-polyfill';
  import { createTokenizer } from '/core/corpus/tokenize/tokenizer.ts';
  import { createLexicon } from '/core/corpus/tokenize/lexicon.ts';
  globalThis.firthTokens = (text, method, language, settings) => {
    const lexicon = createLexicon();
    const found = { ids: [], starts: [], lengths: [], sentences: [] };
    const tokenizer = createTokenizer({
      method, language, settings, lexicon, kernels: 'kernels',
      emit: (piece) => {
        for (const [name, numbers] of [['ids', piece.ids], ['starts', piece.starts], ['lengths', piece.lengths], ['sentences', piece.sentenceStarts]])
          for (const number of numbers) found[name].push(number);
      },
    });
    for (let at = 0; at < text.length; at += 30000) tokenizer.push(text.slice(at, at + 30000));
    tokenizer.end();
    return { ...found, forms: lexicon.forms };
  };`;

const made: Readonly<Record<string, string>> = {
  ...instead,
  'firth-entry': entry,
  'firth-polyfill': polyfill,
};

const inPage: Plugin = {
  name: 'tokens-in-page',
  enforce: 'pre',
  resolveId(id) {
    if (id.endsWith('firth-entry')) return '\0firth-entry';
    if (id === 'firth-polyfill') return `\0${id}`;
    if (id in instead) return `\0${id}`;
    return id.startsWith('/core/') ? join(root, id) : null;
  },
  load: (id) => made[id.slice(1)] ?? null,
};

/** Makes `firthTokens` of a page, which cuts a text by the sources that Node runs, in the engine of the page. */
export async function bringTokenizer(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'firth-tokens-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      plugins: [inPage],
      build: {
        outDir: folder,
        target: 'esnext',
        minify: false,
        lib: { entry: 'firth-entry', formats: ['es'], fileName: () => 'tokens.js' },
      },
    });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    for (const name of dictionaries) {
      const bytes = readFileSync(join(kernels, name));
      writeFileSync(join(folder, `${name}.bin`), name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    }
    const server = await preview({
      configFile: false,
      root,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    });
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.addScriptTag({ url: '/tokens.js', type: 'module' });
    await page.waitForFunction(() => 'firthTokens' in globalThis, undefined, { timeout: 240_000 });
    await page.evaluate(fetchFiles, dictionaries);
    await server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: a test's own, from this computer alone. Within JSON such files take half of the test's time. */
async function fetchFiles(names: readonly string[]): Promise<void> {
  const world = globalThis as unknown as {
    readonly Buffer: { from(bytes: Uint8Array): Uint8Array };
    firthFiles: Record<string, Uint8Array>;
  };
  world.firthFiles = {};
  for (const name of names) {
    const answer = await globalThis.fetch(`/${name}.bin`);
    world.firthFiles[name] = world.Buffer.from(new Uint8Array(await answer.arrayBuffer()));
  }
}
