import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './temporary-project.ts';

/** strace is there (Debian: `apt-get install strace`) and may trace. */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

export const notRun = canTrace ? '' : ' – NOT RUN: strace is not installed';

const child = join(import.meta.dirname, 'save-child.ts');

/** System calls by which a save leaves its mark on disks. */
export const marking = [
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'rename',
  'unlink',
  'ftruncate',
  'openat',
] as const;

export interface TracedSave {
  readonly output: readonly string[];
  readonly status: number | null;
  /** Lines of the trace between the start and the end of the save. */
  readonly calls: readonly string[];
  /** Calls of each kind before the save began. */
  readonly before: ReadonlyMap<string, number>;
}

const nameOf = (line: string) => /^\d+\s+(\w+)\(/.exec(line)?.[1] ?? '';

/** Runs one save under strace, with something injected (`pwrite64:error=EIO:when=7`) where that is given. */
export function tracedSave({ environment, path }: Place, inject?: string): TracedSave {
  const trace = `${environment.dataFolder}.trace`;
  const run = spawnSync(
    'strace',
    // Without --seccomp-bpf: a signal that is injected at a seccomp stop is never delivered.
    [
      '-f',
      '-y',
      ...['-o', trace, '-e', `trace=${marking.join(',')},pread64,read`],
      ...(inject === undefined ? [] : ['-e', `inject=${inject}`]),
      ...[process.execPath, child, environment.dataFolder, path],
    ],
    { encoding: 'utf8' },
  );
  const lines = readFileSync(trace, 'utf8').split('\n');
  rmSync(trace);
  const from = lines.findIndex((line) => line.includes('"saving '));
  const to = lines.findIndex((line) => line.includes('"saved') || line.includes('"failed'));
  const main = lines[0]?.split(' ')[0] ?? '';
  const before = new Map<string, number>();
  for (const line of lines.slice(0, from + 1)) {
    if (line.startsWith(main)) before.set(nameOf(line), (before.get(nameOf(line)) ?? 0) + 1);
  }
  const calls = lines.slice(from + 1, to < 0 ? undefined : to).filter((line) => line.startsWith(main));
  return { output: run.stdout.split('\n').filter((line) => line !== ''), status: run.status, calls, before };
}

/** `name:when` for each marking call of a save, numbered as strace counts them. */
export function markingCalls({ calls, before }: TracedSave): readonly { name: string; when: number }[] {
  const counts = new Map(before);
  return calls.flatMap((line) => {
    const name = nameOf(line);
    if (!(marking as readonly string[]).includes(name)) return [];
    const when = (counts.get(name) ?? 0) + 1;
    counts.set(name, when);
    return [{ name, when }];
  });
}
