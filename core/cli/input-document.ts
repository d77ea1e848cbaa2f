import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { UsageError } from './usage-error.ts';

/**
 * The input of a call that was handed over as one JSON document, in a file or, for `-`, on stdin; null where none was.
 * @throws UsageError for what is no JSON object, AppError E_FILE_MISSING, E_FILE_UNREADABLE
 */
export async function inputDocument(
  place: unknown,
  readStdin: (() => Promise<string>) | undefined,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (typeof place !== 'string') return null;
  const text = place === '-' ? await (readStdin?.() ?? '') : readFile(place);
  try {
    const document = JSON.parse(text) as unknown;
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return document as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new UsageError('--input takes one JSON object');
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const file = basename(path);
    if (code === 'ENOENT') throw new AppError('E_FILE_MISSING', { file });
    throw new AppError('E_FILE_UNREADABLE', { file, reason: code });
  }
}
