import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import type { SmallPlace } from './small-engine.ts';

/** Runs in a saved project: number, hash, and whether it failed. */
export function runsIn(path: string): readonly (readonly [number: number, sha256: string])[] {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare('SELECT number, sha256 FROM study_runs ORDER BY study_id, number').raw().all();
  db.close();
  return rows as [number, string][];
}

/** Makes runs in a process of its own, which is killed when so many are there. */
export function studyUntil(
  { project, environment }: SmallPlace,
  runs: number,
  enough: number,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'study-child.ts'), project, environment.dataFolder, String(runs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (Number(line.split(' ')[1]) >= enough) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (status, signal) => {
      if (signal === 'SIGKILL' || status === 0) resolve();
      else reject(new Error(`ended with ${status ?? signal}`));
    });
  });
}
