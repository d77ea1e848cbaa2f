import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../../contract/errors.ts';

/**
 * Reads a built file that words are cut by.
 * @param kernels folder of the built files
 * @throws AppError E_INTERNAL when it is missing or damaged: without it the same text would be cut otherwise
 */
export function loadBuilt<T>(kernels: string, file: string, use: (bytes: Buffer<ArrayBuffer>) => T): T {
  try {
    const bytes = readFileSync(join(kernels, file));
    return use(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new AppError('E_INTERNAL', { reason: `${file}: ${code ?? message}` }, { cause });
  }
}
