import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { AppError } from '../core/contract/errors.ts';
import type { Grant } from '../core/contract/window.ts';

/** What a grant is for: only what was chosen as a place to write is ever written to, once. What was made there may be read. */
export type GrantUse = 'read' | 'write';

/**
 * Paths that the person chose, by tokens that mean nothing elsewhere. The page only ever holds tokens: it cannot name a file that
 * nobody gave it.
 */
export interface Grants {
  /** @throws AppError E_REQUEST_INVALID for what is not an absolute path */
  issue(path: string, use?: GrantUse): Grant;
  /** Takes all of them back: the page that held them is gone. */
  forget(): void;
  /** @throws AppError E_REQUEST_INVALID for a token that was never issued, or not for this use */
  pathOf(grant: string, use?: GrantUse): string;
  /**
   * The same value with every `{ grant }` in it turned into a `{ path }`; what is under `target`, and the `file`
   * of what is to be made (`create`), needs a grant to write.
   * @throws AppError E_REQUEST_INVALID where the page names a path itself
   */
  resolve(params: unknown): unknown;
}

const keyOf = ({ path, use }: Pick<Given, 'path' | 'use'>) => `${use} ${path}`;

const refused = (reason: string) => new AppError('E_REQUEST_INVALID', { field: 'file', reason });

/** What nobody used for so long is taken back. */
const lastsMs = 12 * 3_600_000;
/** So many are kept, those that were used last: more files than anybody chooses at once. */
const mostGrants = 100_000;

interface Given {
  readonly path: string;
  readonly use: GrantUse;
  readonly usedAt: number;
}

export function createGrants({ now = Date.now, most = mostGrants } = {}): Grants {
  /** In the order in which they were last used. */
  const given = new Map<string, Given>();
  /** By path and use: what is shown again and again has one token. */
  const tokens = new Map<string, string>();

  function pathOf(grant: string, use: GrantUse = 'read'): string {
    takeBack();
    const found = given.get(grant);
    if (found === undefined) throw refused('not granted');
    if (use === 'write' && found.use !== 'write') throw refused('not granted for writing');
    given.delete(grant);
    if (use === 'write') tokens.delete(keyOf(found));
    // Written to once: after that it is a file like any other.
    given.set(grant, { path: found.path, use: use === 'write' ? 'read' : found.use, usedAt: now() });
    return found.path;
  }

  function takeBack(): void {
    for (const [grant, one] of given) {
      if (given.size <= most && now() - one.usedAt < lastsMs) return;
      given.delete(grant);
      if (tokens.get(keyOf(one)) === grant) tokens.delete(keyOf(one));
    }
  }

  function resolve(value: unknown, field = ''): unknown {
    if (Array.isArray(value)) return value.map((one) => resolve(one, field));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (Object.hasOwn(value, 'path')) throw refused('a path from the page');
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only?.[0] === 'grant' && typeof only[1] === 'string')
      return { path: pathOf(only[1], field === 'target' ? 'write' : 'read') };
    // What is to be made where nothing stands is written.
    const makes = Object.hasOwn(value, 'create') && (value as { create?: unknown }).create === true;
    const fieldOf = (name: string) => (makes && name === 'file' ? 'target' : name);
    return Object.fromEntries(entries.map(([name, part]) => [name, resolve(part, fieldOf(name))]));
  }

  return {
    issue(path, use = 'read') {
      if (!isAbsolute(path) || path.includes('\0')) throw refused('not a path');
      const key = keyOf({ path, use });
      const grant = tokens.get(key) ?? randomUUID();
      tokens.set(key, grant);
      given.delete(grant);
      given.set(grant, { path, use, usedAt: now() });
      takeBack();
      return { grant, name: basename(path), kind: isFolder(path) ? 'folder' : 'file' };
    },
    forget() {
      given.clear();
      tokens.clear();
    },
    pathOf,
    resolve: (params) => resolve(params),
  };
}

/** What cannot be looked at is taken for a file: whoever reads it says why it cannot. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
