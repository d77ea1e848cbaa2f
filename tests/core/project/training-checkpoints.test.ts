import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findCheckpoint,
  readCheckpoint,
  removeCheckpoint,
  writeCheckpoint,
} from '../../../core/project/training-checkpoints.ts';
import { numbersOf } from './sample-rows.ts';
import { codeOf, opened, temporaryPlace } from './temporary-project.ts';

const arrays = (seed: number) => ({
  rows: numbersOf(70_000, seed),
  workers: Uint32Array.of(seed, 2 ** 32 - 1),
});
const files = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('checkpoint'));

describe('a training checkpoint', () => {
  it('gives everything back bit for bit, also into shared memory', () => {
    const project = opened(temporaryPlace());
    expect(findCheckpoint(project.db)).toBeNull();
    writeCheckpoint(project, { state: { epoch: 3 }, arrays: arrays(1) }, 42);
    expect(findCheckpoint(project.db)).toEqual({ writtenAt: 42, kind: 'model' });
    expect(readCheckpoint(project)).toEqual({ state: { epoch: 3 }, arrays: arrays(1) });
    const room = new Float32Array(new SharedArrayBuffer(280_000));
    readCheckpoint(project, (name) => (name === 'rows' ? room : undefined));
    expect(Float32Array.from(room)).toEqual(arrays(1).rows);
  });

  it('is written beside the one before, which holds until the new one does', () => {
    const project = opened(temporaryPlace());
    for (const seed of [1, 2, 3]) writeCheckpoint(project, { state: seed, arrays: arrays(seed) }, seed);
    expect(files(project.workFolder)).toHaveLength(2);
    expect(readCheckpoint(project).state).toBe(3);
  });

  it('is refused when a bit of it is wrong', () => {
    const project = opened(temporaryPlace());
    writeCheckpoint(project, { state: 1, arrays: arrays(1) }, 1);
    const path = join(project.workFolder, files(project.workFolder)[0]!);
    const bytes = readFileSync(path);
    for (const at of [0, 30, bytes.length >> 1, bytes.length - 40]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = damaged[at]! ^ 1;
      writeFileSync(path, damaged);
      expect(codeOf(() => readCheckpoint(project))).toBe('E_CHECKPOINT_DAMAGED');
    }
    writeFileSync(path, bytes.subarray(0, 100));
    expect(codeOf(() => readCheckpoint(project))).toBe('E_CHECKPOINT_DAMAGED');
  });

  it('is forgotten when the training is finished', () => {
    const project = opened(temporaryPlace());
    writeCheckpoint(project, { state: 1, arrays: arrays(1) }, 1);
    removeCheckpoint(project);
    expect(files(project.workFolder)).toEqual([]);
    expect(codeOf(() => readCheckpoint(project))).toBe('E_NOTHING_TO_RESUME');
  });
});
