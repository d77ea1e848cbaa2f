import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { messageFor } from '../../../core/contract/messages/message.ts';
import { asTold } from '../../../core/engine/boundary.ts';
import { logFile, logName } from '../../../core/log-file.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'firth-boundary-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));
const environment = { dataFolder, log: logFile({ dataFolder }, () => 0) };
const told = (thrown: unknown, project: string | null = 'letters.firth') =>
  asTold(thrown, { environment, method: 'model.train', project });

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** What SQLite says where a database may have no more pages: as on a full disk. */
function full(): unknown {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (x BLOB)');
  db.pragma('max_page_count = 3');
  return caught(() => db.prepare('INSERT INTO t VALUES (?)').run(Buffer.alloc(1 << 20)));
}

function readOnly(): unknown {
  const db = new Database(':memory:');
  db.pragma('query_only = ON');
  return caught(() => db.exec('CREATE TABLE t (x)'));
}

const refusal = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: refused`), { code, syscall, ...(path === undefined ? {} : { path }) });
const sqlite = (code: string) => new Database.SqliteError('said so', code);

describe('an error that leaves the engine', () => {
  it('names the project whose rows are damaged, unless another file is meant', () => {
    const rows = told(new AppError('E_DAMAGED', { reason: 'metadata' }));
    expect(rows.details).toEqual({ file: 'letters.firth', reason: 'metadata' });
    expect(messageFor(rows, 'en')).toContain('letters.firth');
    expect(told(new AppError('E_DAMAGED', { file: 'other.firth' })).details['file']).toBe('other.firth');
    expect(told(new AppError('E_DAMAGED', { matrix: 'input' }), null).details).toEqual({ matrix: 'input' });
  });

  it.each([
    ['SQLite on a full disk', full(), 'E_NO_SPACE'],
    ['SQLite that may not write', readOnly(), 'E_READ_ONLY'],
    ['SQLite on a damaged page', sqlite('SQLITE_CORRUPT_INDEX'), 'E_DAMAGED'],
    ['SQLite on another kind of file', sqlite('SQLITE_NOTADB'), 'E_DAMAGED'],
    ['SQLite that cannot read', sqlite('SQLITE_IOERR_READ'), 'E_IO'],
    ['SQLite without memory', sqlite('SQLITE_NOMEM'), 'E_TOO_BIG'],
    ['a full disk', refusal('ENOSPC', 'write'), 'E_NO_SPACE'],
    ['a disk that may not be written to', refusal('EROFS', 'open'), 'E_READ_ONLY'],
    ['a folder that may not be written to', refusal('EACCES', 'mkdir'), 'E_READ_ONLY'],
    ['a file that may not be read', refusal('EPERM', 'read'), 'E_FILE_UNREADABLE'],
    ['too many open files', refusal('EMFILE', 'open'), 'E_IO'],
    ['a broken disk', refusal('EIO', 'read'), 'E_IO'],
  ])('of %s is known by its cause', (_what, thrown, code) => {
    const error = told(thrown);
    expect(error.code).toBe(code);
    expect(error.details['file']).toBe('letters.firth');
    expect(messageFor(error, 'en')).not.toMatch(/undefined/u);
  });

  it('names the file that the system named, and never a folder', () => {
    const path = join(tmpdir(), 'firth-nowhere', 'pairs.tsv');
    expect(told(caught(() => openSync(path, 'r')))).toMatchObject({
      code: 'E_FILE_MISSING',
      details: { file: 'pairs.tsv' },
    });
  });

  it('does not send anybody to look for a file of Firth’s own', () => {
    mkdirSync(join(dataFolder, 'work'), { recursive: true });
    const gone = caught(() => openSync(join(dataFolder, 'work', 'import-x', 'texts'), 'r'));
    expect(told(gone)).toMatchObject({ code: 'E_IO', details: { file: 'letters.firth', reason: 'ENOENT' } });
    expect(told(gone, null).details).not.toHaveProperty('path');
  });

  it('is a fault where nobody knows its cause: it has a number and a place in the log, and its words stay here', () => {
    const error = told(caught(() => (null as unknown as { words: string }).words));
    expect(error.code).toBe('E_INTERNAL');
    expect(error.details).toEqual({
      trace: expect.stringMatching(/^[0-9a-f]{8}$/u) as string,
      log: logName,
    });
    const entry = readFileSync(join(dataFolder, logName), 'utf8').trimEnd().split('\n').at(-1);
    expect(JSON.parse(entry)).toMatchObject({
      event: 'fault',
      trace: error.details['trace'],
      method: 'model.train',
      fault: { kind: 'TypeError' },
    });
    for (const language of ['en', 'zh'] as const) {
      expect(messageFor(error, language)).toContain(String(error.details['trace']));
      expect(messageFor(error, language)).toContain(logName);
    }
  });

  it('is noted once, and keeps the reason that Firth itself gave', () => {
    const lines = () => readFileSync(join(dataFolder, logName), 'utf8').split('\n').length;
    const before = lines();
    const error = told(new AppError('E_INTERNAL', { reason: 'jieba.dict.gz: ENOENT' }));
    expect(error.details).toMatchObject({ reason: 'jieba.dict.gz: ENOENT', log: logName });
    expect(told(error)).toBe(error);
    expect(lines()).toBe(before + 1);
  });

  it('stays as it is where its cause is known already', () => {
    const known = new AppError('E_WORD_UNKNOWN', { word: 'tea' });
    expect(told(known)).toBe(known);
  });
});
