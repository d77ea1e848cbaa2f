import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { codeOf, savedProject } from './temporary-project.ts';
import type { Place } from './temporary-project.ts';
import { modelOf } from './sample-rows.ts';

const pageSize = 16_384;

/** One kind of damage after the other, at places without a pattern. */
function mutate(bytes: Buffer, number: number, below: (limit: number) => number): Buffer {
  const mutant = Buffer.from(bytes);
  switch (number % 5) {
    case 0: {
      const at = below(bytes.length);
      mutant[at] = mutant[at]! ^ (1 << below(8));
      return mutant;
    }
    case 1:
      return mutant.subarray(0, 100 + below(bytes.length - 100));
    case 2: {
      const page = below(bytes.length / pageSize);
      return mutant.fill(0, page * pageSize, (page + 1) * pageSize);
    }
    case 3: {
      const at = below(100);
      mutant[at] = below(256);
      return mutant;
    }
    default: {
      // A stretch of a page in the place of another, as a bad sector or a torn write leaves it.
      const page = below(bytes.length / pageSize) * pageSize;
      const at = below(pageSize - 512);
      for (let i = 0; i < 512; i++) mutant[page + at + i] = below(256);
      return mutant;
    }
  }
}

/** Texts that fill pages, so that most damage falls on something. */
function fullTexts(below: (limit: number) => number): Readonly<Record<string, string>> {
  const text = () => Array.from({ length: 12_000 }, () => `word${below(3000)}`).join(' ');
  return { 'one.txt': text(), 'two.txt': text(), 'three.txt': text() };
}

/**
 * P9: each mutant opens with the same digest or is called damaged, stays as it is, and what can be read is rescued. A mutant of which this is not so
 * does not keep the others from being asked.
 */
export function checkMutants(
  place: Place,
  count: number,
): { readonly damaged: number; readonly rescued: number; readonly faults: readonly string[] } {
  let state = 42;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const digest = savedProject(place, fullTexts(below), modelOf('first', 700, 60));
  const original = readFileSync(place.path);
  let damaged = 0;
  let rescued = 0;
  const faults: string[] = [];
  const path = join(place.folder, 'mutant.firth');
  const out = join(place.folder, 'rescued.firth');
  const check = (mutant: Buffer) => {
    writeFileSync(path, mutant);
    let found = '';
    const code = codeOf(() => {
      const project = openProject(place.environment, path);
      found = project.digest();
      project.close();
    });
    if (code === 'nothing was thrown') expect(found).toBe(digest);
    else {
      expect(code).toBe('E_DAMAGED');
      damaged++;
      const rescue = codeOf(() => {
        const { documents, models } = rescueProject(place.environment, path, out);
        expect(documents + models).toBeGreaterThan(0);
        openProject(place.environment, out).close();
        rescued++;
      });
      expect(['nothing was thrown', 'E_DAMAGED']).toContain(rescue);
    }
    expect(readFileSync(path).equals(mutant)).toBe(true);
  };
  for (let number = 0; number < count; number++) {
    try {
      check(mutate(original, number, below));
    } catch (thrown) {
      faults.push(`mutant ${number}: ${String(thrown).slice(0, 500)}`);
    }
    rmSync(out, { force: true });
  }
  return { damaged, rescued, faults };
}

/** A file of another kind, at the place of a project. */
export function put(place: Place, name: string, bytes: Buffer | string): string {
  const path = join(place.folder, name);
  writeFileSync(path, bytes);
  return path;
}
