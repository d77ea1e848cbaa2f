import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../core/contract/errors.ts';
import type { Grant } from '../core/contract/window.ts';

/**
 * Paths that the person chose, by tokens that mean nothing elsewhere. The page only ever holds tokens: it cannot name a file that
 * nobody gave it.
 */
export interface Grants {
  issue(path: string): Grant;
  /** @throws AppError E_REQUEST_INVALID for a token that was never issued */
  pathOf(grant: string): string;
  /** The same value with every `{ grant }` in it turned into a `{ path }`. */
  resolve(params: unknown): unknown;
}

export function createGrants(): Grants {
  const paths = new Map<string, string>();
  const pathOf = (grant: string) => {
    const path = paths.get(grant);
    if (path === undefined) throw new AppError('E_REQUEST_INVALID', { field: 'file', reason: 'not granted' });
    return path;
  };
  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only?.[0] === 'grant' && typeof only[1] === 'string')
      return { path: pathOf(only[1]) };
    return Object.fromEntries(entries.map(([name, part]) => [name, resolve(part)]));
  }
  return {
    issue(path) {
      const grant = randomUUID();
      paths.set(grant, path);
      const kind = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? 'folder' : 'file';
      return { grant, name: basename(path), kind };
    },
    pathOf,
    resolve,
  };
}
