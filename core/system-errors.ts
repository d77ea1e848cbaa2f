import type { ErrorCode } from './contract/errors.ts';

/** Whatever is done, these say what is in the way. */
const causes = new Map<string, ErrorCode>([
  ['ENOSPC', 'E_NO_SPACE'],
  ['EDQUOT', 'E_NO_SPACE'],
  ['EFBIG', 'E_NO_SPACE'],
  ['EROFS', 'E_READ_ONLY'],
  ['ENOENT', 'E_FILE_MISSING'],
  ['ENOTDIR', 'E_FILE_MISSING'],
  ['ENOMEM', 'E_TOO_BIG'],
]);

/** Calls of the system that only look. */
const looking = new Set(['access', 'lstat', 'read', 'readlink', 'realpath', 'scandir', 'stat', 'statfs']);

/** What Node throws when the system refuses something. */
export type SystemError = Error & { readonly code: string; readonly syscall: string; readonly path?: string };

export const isSystemError = (thrown: unknown): thrown is SystemError =>
  thrown instanceof Error &&
  'syscall' in thrown &&
  typeof thrown.syscall === 'string' &&
  'code' in thrown &&
  typeof thrown.code === 'string';

/**
 * The code under which a refusal of the system is known.
 * @param doing what a file was opened for: a refused `open` does not tell
 * @returns undefined for what does not come from the system
 */
export function systemCause(
  thrown: unknown,
  doing: 'reading' | 'writing' = 'writing',
): ErrorCode | undefined {
  // What V8 says when there is no memory for the numbers of a matrix.
  if (thrown instanceof RangeError && /allocation failed|could not allocate/iu.test(thrown.message))
    return 'E_TOO_BIG';
  if (!isSystemError(thrown)) return undefined;
  const known = causes.get(thrown.code);
  if (known !== undefined) return known;
  if (thrown.code === 'EACCES' || thrown.code === 'EPERM')
    return doing === 'reading' || looking.has(thrown.syscall) ? 'E_FILE_UNREADABLE' : 'E_READ_ONLY';
  // EIO, EMFILE, EBUSY and the like: the name of the refusal goes with it.
  return 'E_IO';
}
