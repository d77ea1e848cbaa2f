import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';
import { byteDotSource } from './byte-dot.ts';
import { contextRowsSource } from './context-rows.ts';
import { memoryMapSource } from './memory-map.ts';
import { productTileSource } from './product-tiles.ts';
import { roundRowsSource } from './round-rows.ts';
import { maddSource, tileSource } from './tiles.ts';

// Writes resources/kernels/<name>.<build>.wasm. Two builds of each: `strict` rounds after every operation and gives the same
// bytes on every machine, `relaxed` may fuse a multiplication with an addition.
const sources = join(import.meta.dirname, 'assembly');
const target = join(import.meta.dirname, '..', '..', 'resources', 'kernels');
const kernels = ['words', 'nearest', 'sequence', 'tokens', 'panels', 'map'].filter((name) =>
  existsSync(join(sources, `${name}.ts`)),
);
const builds = ['strict', 'relaxed'] as const;

const generated = (build: (typeof builds)[number]) =>
  new Map([
    ['byte-dot.ts', byteDotSource(build === 'relaxed')],
    ['madd.ts', maddSource(build === 'relaxed')],
    ['context-rows.ts', contextRowsSource(build === 'relaxed')],
    ['tiles.ts', tileSource(build === 'relaxed')],
    ['memory-map.ts', memoryMapSource()],
    ['round-rows.ts', roundRowsSource()],
    ['product-tiles.ts', productTileSource(build === 'relaxed')],
  ]);

mkdirSync(target, { recursive: true });
for (const build of builds) {
  const made = generated(build);
  for (const kernel of kernels) await compile(kernel, build, made);
}

async function compile(kernel: string, build: string, made: ReadonlyMap<string, string>): Promise<void> {
  const messages: string[] = [];
  const { error } = await asc.main(
    [
      `${kernel}.ts`,
      ...['--outFile', `${kernel}.wasm`],
      ...['-O3', '--noAssert', '--runtime', 'stub'],
      ...['--enable', 'simd,threads,relaxed-simd,bulk-memory'],
      ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
    ],
    {
      readFile: (name: string) => made.get(basename(name)) ?? read(join(sources, basename(name))),
      writeFile: (_name: string, contents: string | Uint8Array) =>
        writeFileSync(join(target, `${kernel}.${build}.wasm`), contents),
      listFiles: () => [],
      stderr: { write: (chunk: Uint8Array | string) => void messages.push(chunk.toString()) },
    },
  );

  if (error !== null)
    throw new Error(`${kernel} (${build}): ${error.message}
${messages.join('')}`);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
