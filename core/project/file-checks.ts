import { existsSync, fstatSync, readSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import { applicationId, pageSize } from './connection.ts';
import { schemaVersion } from './migrations.ts';
import { hashFile } from './seal.ts';

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** Not ours, but with a single wrong byte it would be. */
function differsInOneByte(header: Buffer): boolean {
  const difference = (header.readUInt32BE(68) ^ applicationId) >>> 0;
  return [0xff, 0xff00, 0xff0000, 0xff000000].some((byte) => (difference & ~byte) === 0);
}

/** A header that was a project's before something fell on it: zeros in a file of whole pages, or a few wrong bits. */
function looksDamaged(header: Buffer, size: number, file: string): boolean {
  const id = header.readUInt32BE(68);
  if (!header.subarray(0, magic.length).equals(magic)) {
    if (id === applicationId) return true;
    return size % pageSize === 0 && file.endsWith('.firth') && header.every((byte) => byte === 0);
  }
  return size < header.length || (id !== applicationId && differsInOneByte(header));
}

/**
 * What can be said about a file before SQLite sees it. Reads the first hundred bytes.
 * @param descriptor of a regular file, open for reading
 * @param file base name, for the message
 * @returns the size in bytes and the number of the schema
 * @throws AppError E_NOT_A_PROJECT for anything foreign, E_NEWER_VERSION, E_DAMAGED, E_NOT_SAVED_CLEANLY when the log
 * of another program's session stands beside it
 */
export function checkPlainFile(
  descriptor: number,
  path: string,
  file: string,
): { readonly bytes: number; readonly version: number } {
  const facts = fstatSync(descriptor);
  if (!facts.isFile()) throw new AppError('E_NOT_A_PROJECT', { file, reason: 'not a file' });
  if (facts.size === 0) throw new AppError('E_NOT_A_PROJECT', { file, reason: 'empty', bytes: 0 });
  const header = Buffer.alloc(100);
  readSync(descriptor, header, 0, 100, 0);
  if (looksDamaged(header, facts.size, file)) throw new AppError('E_DAMAGED', { file, reason: 'header' });
  if (!header.subarray(0, magic.length).equals(magic)) {
    throw new AppError('E_NOT_A_PROJECT', { file, reason: 'not a database' });
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw new AppError('E_NOT_A_PROJECT', { file, reason: 'a database of another program' });
  }
  const version = header.readUInt32BE(60);
  if (version > schemaVersion) {
    // Every version seals its files in the same way, so a number that is only damaged shows.
    const { computed, found } = hashFile(path);
    const code = computed === found ? 'E_NEWER_VERSION' : 'E_DAMAGED';
    throw new AppError(code, { file, version, known: schemaVersion });
  }
  for (const suffix of ['-wal', '-journal']) {
    if (existsSync(path + suffix)) throw new AppError('E_NOT_SAVED_CLEANLY', { file, beside: file + suffix });
  }
  const damaged = (reason: string) => new AppError('E_DAMAGED', { file, reason });
  if (version === 0) throw damaged('schema number');
  if (header[18] !== 1 || header[19] !== 1) throw damaged('file format');
  if (header.readUInt16BE(16) !== pageSize || header[20] !== 0) throw damaged('page size');
  const pages = header.readUInt32BE(28);
  if (pages * pageSize !== facts.size) {
    throw new AppError('E_DAMAGED', { file, reason: 'size', bytes: facts.size, expected: pages * pageSize });
  }
  return { bytes: facts.size, version };
}
