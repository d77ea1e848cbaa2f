import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = join(import.meta.dirname, 'trained-bytes.ts');

/** @param argument `wide` or `narrow` instructions */
async function trainedBytes(compiler: string, argument: string): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, program, argument]);
  return JSON.parse(stdout) as Record<string, string>;
}

// A small run is over before V8 optimises it, so it is told to do so at once, or never. What its compilers make of the kernels,
// and what it packs into wide instructions, must come to the same numbers.
it('trains to the same bytes, however V8 compiles the kernels', async () => {
  const simple = await trainedBytes('--liftoff-only', 'narrow');
  expect(new Set(Object.values(simple)).size).toBeGreaterThan(40);
  expect(await trainedBytes('--no-liftoff', 'narrow')).toEqual(simple);
  expect(await trainedBytes('--no-liftoff', 'wide')).toEqual(simple);
});
