import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** strace is there (Debian: `apt-get install strace`) and may trace. */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const child = join(import.meta.dirname, 'export-child.ts');
const marking = ['write', 'fsync', 'rename', 'openat', 'unlink'] as const;

/** Exports into `out` in a process of its own, under strace. @returns the calls that touch the folder, numbered as strace counts them */
function exportTraced(folder: string, format: string, edition: number, inject?: string) {
  const out = join(folder, 'out');
  const trace = join(folder, 'trace');
  const { status } = spawnSync(
    'strace',
    [
      ...['-f', '-y', '-o', trace, '-e', `trace=${marking.join(',')}`],
      ...(inject === undefined ? [] : ['-e', `inject=${inject}`]),
      ...[process.execPath, child, format, join(out, `vectors.${format}`), String(edition)],
    ],
    { stdio: 'ignore' },
  );
  const lines = readFileSync(trace, 'utf8').split('\n');
  const main = lines[0]?.split(' ')[0] ?? '';
  const counts = new Map<string, number>();
  const calls = lines.flatMap((line) => {
    const name = /^\d+\s+(\w+)\(/.exec(line)?.[1];
    if (name === undefined || !line.startsWith(main)) return [];
    const when = (counts.get(name) ?? 0) + 1;
    counts.set(name, when);
    return line.includes(out) ? [{ name, when }] : [];
  });
  return { status, calls };
}

const contents = (folder: string) =>
  new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );

/**
 * P25: an export over an older one dies at its system calls, one after the other. What stands under a name is always the whole old
 * file or the whole new one, and the next export ends well.
 * @param step every so manieth call
 * @returns how often each version was found
 */
export function checkKilledExports(
  folder: string,
  format: string,
  step: number,
): { old: number; new: number } {
  const out = join(folder, 'out');
  const editions = [1, 2].map((edition) => {
    const kept = join(folder, `edition ${edition}`);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    expect(exportTraced(folder, format, edition).status).toBe(0);
    cpSync(out, kept, { recursive: true });
    return { kept, files: contents(kept) };
  });
  const [before, after] = editions as [(typeof editions)[0], (typeof editions)[0]];
  const { calls } = exportTraced(folder, format, 2);
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['openat', 'write', 'fsync', 'rename']));
  const found = { old: 0, new: 0 };
  let survived = 0;
  for (const { name, when } of calls.filter((_, at) => at % step === 0)) {
    rmSync(out, { recursive: true });
    cpSync(before.kept, out, { recursive: true });
    const { status } = exportTraced(folder, format, 2, `${name}:signal=SIGKILL:when=${when}`);
    const label = `${format}, ${name} ${when}`;
    // Node itself opens a file more or less at times: then the export ended before the call that was to be its last.
    if (status === 0) survived += 1;
    for (const [file, content] of contents(out)) {
      if (/^\..+\.part$/.test(file)) continue;
      const isNew = content === after.files.get(file);
      expect(isNew || content === before.files.get(file), `${label}: ${file}`).toBe(true);
      found[isNew ? 'new' : 'old'] += 1;
    }
    for (const file of before.files.keys()) expect(readdirSync(out), label).toContain(file);
  }
  expect(survived).toBeLessThan(calls.length / step / 10 + 1);
  expect(exportTraced(folder, format, 2).status).toBe(0);
  for (const [file, content] of after.files) expect(contents(out).get(file)).toBe(content);
  return found;
}
