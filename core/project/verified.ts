import { createHash, randomUUID } from 'node:crypto';
import {
  fstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type BigIntStats,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { version } from '../contract/version.ts';
import type { Environment } from '../environment.ts';
import { schemaVersion } from './migrations.ts';

type Here = Pick<Environment, 'dataFolder' | 'now'>;

/** By what a file is known again without being read; times in nanoseconds. Whoever writes to it changes one of them. */
export interface FileFacts {
  readonly device: string;
  readonly inode: string;
  readonly size: string;
  readonly modified: string;
  readonly changed: string;
}

const note = v.object({
  /** The program whose checks it passed: another one may check more. */
  program: v.string(),
  seal: v.string(),
  /** Null where it was too young to be known by its times. */
  facts: v.nullable(
    v.object({
      device: v.string(),
      inode: v.string(),
      size: v.string(),
      modified: v.string(),
      changed: v.string(),
    }),
  ),
  /** Digest of its contents, where it was asked for. */
  digest: v.nullable(v.string()),
  at: v.number(),
});

/** A file that passed every check of opening on this computer. */
export type Verified = Omit<v.InferOutput<typeof note>, 'program' | 'at'>;

const program = `${version} ${schemaVersion}`;
/** So long a file is taken for what it was without being read: a disk that fails does not change times. */
const believedMs = 7 * 86_400_000;
const mostNotes = 200;
/** Clocks of file systems tick every few milliseconds; where they have no fractions of a second, every two seconds. */
const tick = (time: bigint) => (time % 1_000_000_000n === 0n ? 2_000_000_000n : 20_000_000n);

const folderOf = ({ dataFolder }: Pick<Here, 'dataFolder'>) => join(dataFolder, 'verified');
const pathOf = (here: Pick<Here, 'dataFolder'>, target: string) =>
  join(folderOf(here), `${createHash('sha256').update(target).digest('hex').slice(0, 32)}.json`);

const fromStats = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): FileFacts => ({
  device: String(dev),
  inode: String(ino),
  size: String(size),
  modified: String(mtimeNs),
  changed: String(ctimeNs),
});

export const factsOf = (descriptor: number): FileFacts => fromStats(fstatSync(descriptor, { bigint: true }));
export const factsAt = (path: string): FileFacts => fromStats(statSync(path, { bigint: true }));

/** @param renamed a name that was given or taken since then is no difference */
export const sameFacts = (a: FileFacts, b: FileFacts, { renamed = false } = {}): boolean =>
  a.device === b.device &&
  a.inode === b.inode &&
  a.size === b.size &&
  a.modified === b.modified &&
  (renamed || a.changed === b.changed);

/** What is known of the file that last stood under a name; null where nothing is, or it is long ago. */
export function verifiedAt(here: Here, target: string): Verified | null {
  try {
    const found = v.parse(note, JSON.parse(readFileSync(pathOf(here, target), 'utf8')));
    const age = here.now() - found.at;
    return found.program === program && age >= 0 && age < believedMs ? found : null;
  } catch {
    return null;
  }
}

/** Remembers a file that passed every check. What cannot be remembered is checked again. */
export function noteVerified(here: Here, target: string, verified: Verified): void {
  const path = pathOf(here, target);
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    mkdirSync(folderOf(here), { recursive: true, mode: 0o700 });
    const { seal, facts, digest } = verified;
    writeFileSync(temporary, JSON.stringify({ program, seal, facts, digest, at: here.now() }), {
      mode: 0o600,
    });
    renameSync(temporary, path);
    forgetOldest(folderOf(here));
  } catch {
    rmSync(temporary, { force: true });
  }
}

export function forgetVerified(here: Pick<Here, 'dataFolder'>, target: string): void {
  rmSync(pathOf(here, target), { force: true });
}

function forgetOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostNotes) return;
  const notes = names
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { path } of notes.slice(mostNotes / 2)) rmSync(path, { force: true });
}

/** The time of the file system’s clock, which is the one that its files have; null where nothing can be written. */
export function fileClock(here: Pick<Here, 'dataFolder'>): bigint | null {
  const path = join(folderOf(here), `${randomUUID()}.new`);
  try {
    mkdirSync(folderOf(here), { recursive: true, mode: 0o700 });
    writeFileSync(path, '');
    return statSync(path, { bigint: true }).mtimeNs;
  } catch {
    return null;
  } finally {
    rmSync(path, { force: true });
  }
}

/** Was old enough, when its reading began, that whoever writes to it from then on gives it another time. */
export const isSettled = ({ modified, changed }: FileFacts, readFrom: bigint | null): boolean =>
  readFrom !== null && [modified, changed].every((time) => BigInt(time) + tick(BigInt(time)) < readFrom);
