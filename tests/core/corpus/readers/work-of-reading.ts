import { expect } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { readerFor } from '../../../../core/corpus/readers/registry.ts';
import { workOf } from '../../../work-of.ts';
import { fileOf, type GrowingFile } from './growing-file.ts';

const { kernels } = commandLineEnvironment();

/** How much of a file readers are told by. */
const headBytes = 1 << 16;

/** @returns length of all that was read */
async function readWith(name: string, bytes: Buffer): Promise<number> {
  const reader = readerFor(name, bytes.subarray(0, headBytes));
  if (!('read' in reader) && !('extract' in reader)) throw new Error(`${name} is read as plain text`);
  const contents =
    'read' in reader
      ? reader.read(bytes.toString('utf8'), {}, name)
      : await reader.extract(bytes, name, {}, kernels);
  contents.outline?.();
  return contents.documents.reduce((sum, { text }) => sum + text.length, 0);
}

interface Work {
  readonly work: number;
  readonly characters: number;
}

async function workOfReading(name: string, source: string | Uint8Array): Promise<Work> {
  const bytes = Buffer.from(source);
  const { work, result } = await workOf(() => readWith(name, bytes));
  return { work, characters: result };
}

/** Reads a file in sizes that double: by how much work and text grow at each step. */
export async function growthOfWork(
  name: string,
  sources: readonly (string | Uint8Array)[],
): Promise<readonly { readonly work: number; readonly text: number }[]> {
  // What is made at the first look at a format is not counted.
  await workOfReading(name, sources[0]!);
  const all: Work[] = [];
  for (const source of sources) all.push(await workOfReading(name, source));
  return all.slice(1).map(({ work, characters }, at) => ({
    work: work / all[at]!.work,
    text: characters / all[at]!.characters,
  }));
}

/** Twice the work is exact for most; a sort takes a little more. */
const mostGrowth = 2.3;
const leastRead = 1.8;

/** @param sizes in bytes, each twice the one before */
export async function growsWithItsText(file: GrowingFile, sizes: readonly number[]): Promise<void> {
  const steps = await growthOfWork(
    file.name,
    sizes.map((bytes) => fileOf(file, bytes)),
  );
  for (const { work, text } of steps) {
    expect(work).toBeLessThan(mostGrowth);
    // All of it is read.
    expect(text).toBeGreaterThan(leastRead);
  }
}
