import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { electronPath } from '../../double/electron-path.ts';

const script = join(import.meta.dirname, 'trained-bytes.ts');

async function trainedBytes(
  program: string,
  compiler: 'simple' | 'optimising',
  instructions: 'wide' | 'narrow',
): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(program, [script, compiler, instructions], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return JSON.parse(stdout) as Record<string, string>;
}

// A small run is over before V8 optimises it, so it is told to do so at once, or never. What its compilers make of the kernels,
// and what it packs into wide instructions, must come to the same numbers. Electron's V8 is another than Node's.
const electron = electronPath();
it.each([
  ['Node', process.execPath],
  ...(electron === null ? [] : [['Electron', electron] as const]),
] as const)('%s trains to the same bytes, however its V8 compiles the kernels', async (_name, program) => {
  const simple = await trainedBytes(program, 'simple', 'narrow');
  expect(new Set(Object.values(simple)).size).toBeGreaterThan(40);
  expect(await trainedBytes(program, 'optimising', 'narrow')).toEqual(simple);
  expect(await trainedBytes(program, 'optimising', 'wide')).toEqual(simple);
});
