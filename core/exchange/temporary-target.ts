import { randomInt } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { systemCause } from '../system-errors.ts';

/** A file that appears under its name only when it is whole. */
export interface TemporaryTarget {
  /** Base name of the file that will stand there. */
  readonly name: string;
  write(bytes: Uint8Array | string): void;
}

const bufferBytes = 1 << 20;

/**
 * Writes files beside their targets and renames them when all are complete and on the disk. When anything fails, what stood
 * there before stays as it was and nothing else is left.
 * @param write fills the files, in the order of the targets
 * @throws AppError E_NO_SPACE, E_READ_ONLY, E_IO; and whatever `write` throws
 */
export async function writeWhole<T>(
  targets: readonly string[],
  write: (files: readonly TemporaryTarget[]) => Promise<T>,
): Promise<T> {
  const open: OpenTarget[] = [];
  try {
    for (const target of targets) open.push(openTarget(target));
    const result = await write(open);
    for (const file of open) file.finish();
    for (const file of open) file.publish();
    return result;
  } catch (error) {
    for (const file of open) file.discard();
    throw error;
  }
}

interface OpenTarget extends TemporaryTarget {
  finish(): void;
  publish(): void;
  discard(): void;
}

function openTarget(target: string): OpenTarget {
  const name = basename(target);
  // Another computer may write to the same folder, and its processes have the same numbers.
  const path = join(dirname(target), `.${name.slice(0, 100)}.${process.pid}-${randomInt(2 ** 47)}.part`);
  const guarded = <T>(work: () => T): T => naming(name, work);
  let file: number | null = guarded(() => openSync(path, 'wx'));
  guarded(() => sweep(path, name));
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  const flush = () => {
    const bytes = Buffer.concat(pending);
    for (let done = 0; done < bytes.length;) done += writeSync(file!, bytes, done);
    pending = [];
    pendingBytes = 0;
  };
  const close = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    name,
    write(bytes) {
      const data = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
      pending.push(data);
      pendingBytes += data.length;
      if (pendingBytes >= bufferBytes) guarded(flush);
    },
    finish: () =>
      guarded(() => {
        flush();
        fsyncSync(file!);
        close();
      }),
    publish: () => guarded(() => renameSync(path, target)),
    discard() {
      close();
      rmSync(path, { force: true });
    },
  };
}

const dayMs = 24 * 3600 * 1000;

/** Removes what exports of the same name have left that were killed: by the clock of the disk, a day before this one began. */
function sweep(path: string, name: string): void {
  const folder = dirname(path);
  const now = statSync(path).mtimeMs;
  const left = readdirSync(folder).filter(
    (one) => one.startsWith(`.${name.slice(0, 100)}.`) && /\.\d+-\d+\.part$/.test(one),
  );
  for (const one of left) {
    const old = statSync(join(folder, one), { throwIfNoEntry: false });
    if (old !== undefined && old.mtimeMs < now - dayMs) rmSync(join(folder, one), { force: true });
  }
}

function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = systemCause(error);
    if (code === undefined) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    // It is the folder that is missing: nobody looks for the file yet.
    throw new AppError(code === 'E_FILE_MISSING' ? 'E_IO' : code, { file, reason }, { cause: error });
  }
}
