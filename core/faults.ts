import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * What is noted of a fault of Firth’s own: where it happened, and nothing that anybody typed or imported. An error’s message may quote a
 * text, so it is left out, and of the places only those in Firth’s own code or in Node’s are kept.
 */
export interface Fault {
  /** Class of what was thrown, where it is one of JavaScript’s, SQLite’s or our own. */
  readonly kind: string;
  /** As `ENOENT` or `SQLITE_MISUSE`; missing where it has none. */
  readonly code?: string;
  /** `file:line:column`, innermost first; files from Firth’s folder. */
  readonly places: readonly string[];
  readonly cause?: Fault;
}

const kinds: ReadonlySet<string> = new Set([
  ...['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError'],
  ...['AggregateError', 'SuppressedError', 'RuntimeError', 'CompileError', 'LinkError'],
  ...['AppError', 'SqliteError', 'DOMException'],
]);

const mostPlaces = 20;
const mostCauses = 4;

/** The folder that all of Firth’s code lies in: above `core` in a checkout, the folder of the bundles in an installed Firth. */
const home = new URL(import.meta.url.endsWith('/core/faults.ts') ? '..' : '.', import.meta.url).href;

export function faultOf(thrown: unknown, depth = 0): Fault {
  if (!(thrown instanceof Error)) return { kind: typeof thrown, places: [] };
  const { constructor, cause } = thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return {
    kind: kinds.has(constructor.name) ? constructor.name : 'Error',
    ...(/^[A-Z][A-Z0-9_]{0,60}$/u.test(code) ? { code } : {}),
    places: placesOf(thrown),
    ...(cause === undefined || depth >= mostCauses ? {} : { cause: faultOf(cause, depth + 1) }),
  };
}

/** A message can have lines that look like places: only files count that are there, and are ours. */
const placesOf = ({ stack = '' }: Error): readonly string[] =>
  stack
    .split('\n')
    .flatMap((line) => placeOf(line) ?? [])
    .slice(0, mostPlaces);

function placeOf(line: string): string | undefined {
  const found = /^\s+at (?:.*\()?((?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()]*?):(\d+):(\d+)\)?$/u.exec(line);
  if (found === null) return undefined;
  const [, file = '', row = '', column = ''] = found;
  const name = nameOf(file);
  return name === undefined ? undefined : `${name}:${row}:${column}`;
}

function nameOf(file: string): string | undefined {
  if (file.startsWith('node:')) return isBuiltin(file) ? file : undefined;
  const address = file.startsWith('file:') ? file : pathToFileURL(file).href;
  if (!address.startsWith(home)) return undefined;
  const inside = address.slice(home.length);
  return ours.test(inside) && existsSync(fileURLToPath(address)) ? inside : undefined;
}

const ours = /^(?:(?:core|electron|node_modules)\/[\w@.+/-]+|[\w-]+)\.[mc]?[jt]s$/u;
