import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contentDigest } from '../../../core/project/digest.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { findCheckpoint, readCheckpoint } from '../../../core/project/training-checkpoints.ts';
import { hashFile } from '../../../core/project/seal.ts';
import { numbersOf } from './sample-rows.ts';
import type { Place } from './temporary-project.ts';

/** Runs the child for a while from its first confirmed step on, kills it and gives what it had printed. */
async function killedChild(
  { environment, path }: Place,
  seed: number,
  afterMs: number,
): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'crash-child.ts'), environment.dataFolder, path, `${seed}`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let complaint = '';
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    // However slow the computer is, something was confirmed before the kill.
    if (output.includes('\n')) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await ended;
  expect(complaint).toBe('');
  // The last line may be cut off by the kill.
  return output.split('\n').slice(0, -1);
}

/** What P1 promises: after a kill the last confirmed step is there, and the database is whole. */
export async function checkKillCycles(place: Place, cycles: number): Promise<{ readonly confirmed: number }> {
  let confirmed = 0;
  let known = { revision: 0, digest: '' };
  for (let cycle = 0; cycle < cycles; cycle++) {
    const lines = await killedChild(place, 1000 + cycle, ((cycle * 7919) % 13) * 60);
    for (const line of lines) {
      const [kind, revision, digest] = line.split(' ');
      if (kind !== 'C') continue;
      known = { revision: Number(revision), digest: digest! };
      confirmed++;
    }
    const project = openProject(place.environment, place.path, { create: true });
    expect(project.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(project.db.pragma('foreign_key_check')).toEqual([]);
    const { revision } = project.status();
    // One more step (of at most two changes) may have been committed and not confirmed any more.
    expect(revision).toBeGreaterThanOrEqual(known.revision);
    expect(revision).toBeLessThanOrEqual(Math.max(1, known.revision) + 2);
    if (revision === known.revision) expect(contentDigest(project.db)).toBe(known.digest);
    known = { revision, digest: contentDigest(project.db) };
    if (findCheckpoint(project.db) !== null) {
      const { state, arrays } = readCheckpoint(project);
      expect(arrays['input']).toEqual(numbersOf(20_000, (state as { revision: number }).revision));
    }
    project.close();
    if (existsSync(place.path)) {
      const { computed, found } = hashFile(place.path);
      expect(computed).toBe(found);
    }
  }
  return { confirmed };
}
