import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from './contract/errors.ts';

/**
 * Opening a pipe waits for whoever writes into it, and a device may never end: neither is opened.
 * @throws AppError E_FILE_UNREADABLE { reason: 'not a file' }; what the system throws where nothing is there
 */
export function requireRegularFile(path: string): void {
  if (!statSync(path).isFile())
    throw new AppError('E_FILE_UNREADABLE', { file: basename(path), reason: 'not a file' });
}
