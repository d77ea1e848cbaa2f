import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGrants } from '../../electron/grants.ts';

const refused = (reason: string) =>
  expect.objectContaining({ code: 'E_REQUEST_INVALID', details: { field: 'file', reason } }) as Error;

describe('grants', () => {
  it('stand for a path by a token that says nothing of it but its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'firth-grants-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const grants = createGrants();
    const file = grants.issue(join(folder, 'a secret', 'text.txt'));
    expect(file).toEqual({ grant: file.grant, name: 'text.txt', kind: 'file' });
    expect(file.grant).toMatch(/^[0-9a-f-]{36}$/);
    expect(grants.issue(folder).kind).toBe('folder');
    // However often it is shown, and not to write with.
    expect(grants.issue(folder).grant).toBe(grants.issue(folder).grant);
    expect(grants.issue(folder, 'write').grant).not.toBe(grants.issue(folder).grant);
    expect(grants.resolve({ file: { grant: file.grant } })).toEqual({
      file: { path: join(folder, 'a secret', 'text.txt') },
    });
  });

  it('are taken back when the page that held them is gone', () => {
    const grants = createGrants();
    const { grant } = grants.issue('/texts/mine.txt');
    grants.forget();
    expect(() => grants.pathOf(grant)).toThrow(refused('not granted'));
    expect(grants.issue('/texts/mine.txt').grant).not.toBe(grant);
  });

  it.each(['', 'relative/text.txt', '../text.txt', '/text\0.txt'])('are not given for %j', (path) => {
    expect(() => createGrants().issue(path)).toThrow(refused('not a path'));
  });

  it('are given for a path that cannot be looked at, so that whoever reads it can say why', () => {
    expect(createGrants().issue(`/${'long'.repeat(2000)}`).kind).toBe('file');
  });

  it('that nobody gave open nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uuid(), fc.constantFrom('__proto__', 'constructor')), (grant) => {
        expect(() => createGrants().resolve({ file: { grant } })).toThrow(refused('not granted'));
      }),
    );
  });

  it('to read are not to write with: only a place that was chosen for saving is ever a target', () => {
    const grants = createGrants();
    const read = grants.issue('/texts/mine.txt');
    const write = grants.issue('/tables/out.csv', 'write');
    expect(grants.resolve({ target: { grant: write.grant } })).toEqual({
      target: { path: '/tables/out.csv' },
    });
    expect(grants.resolve({ file: { grant: write.grant } })).toEqual({ file: { path: '/tables/out.csv' } });
    expect(() => grants.resolve({ target: { grant: read.grant } })).toThrow(
      refused('not granted for writing'),
    );
    expect(() => grants.pathOf(read.grant, 'write')).toThrow(refused('not granted for writing'));
  });

  it('a right to read a path is none to make a project there', () => {
    const folder = tmpdir();
    const grants = createGrants();
    const read = grants.issue(join(folder, 'letters.firth'));
    const written = grants.issue(join(folder, 'letters.firth'), 'write');
    const open = (grant: string, more: object) => () => grants.resolve({ file: { grant }, ...more });
    expect(open(read.grant, { create: true })).toThrow(refused('not granted for writing'));
    for (const more of [{}, { create: false }, { readOnly: true }])
      expect(open(read.grant, more)()).toEqual({ file: { path: join(folder, 'letters.firth') }, ...more });
    expect(open(written.grant, { create: true })()).toMatchObject({ create: true });
  });

  it('to write are for one act: what was made may be read, and is not written to again', () => {
    const grants = createGrants();
    const { grant } = grants.issue('/tables/out.csv', 'write');
    expect(grants.resolve({ target: { grant } })).toEqual({ target: { path: '/tables/out.csv' } });
    expect(() => grants.resolve({ target: { grant } })).toThrow(refused('not granted for writing'));
    expect(grants.resolve({ file: { grant } })).toEqual({ file: { path: '/tables/out.csv' } });
    // Chosen again it is another one.
    const again = grants.issue('/tables/out.csv', 'write');
    expect(again.grant).not.toBe(grant);
    expect(grants.pathOf(again.grant, 'write')).toBe('/tables/out.csv');
  });

  it('that nobody used for twelve hours are taken back, and no more are kept than may be', () => {
    let now = 0;
    const grants = createGrants({ now: () => now, most: 3 });
    const [a, b, c] = ['/a', '/b', '/c'].map((path) => grants.issue(path).grant);
    grants.pathOf(a!);
    const d = grants.issue('/d').grant;
    expect(() => grants.pathOf(b!)).toThrow(refused('not granted'));
    expect([a, c, d].map((grant) => grants.pathOf(grant!))).toEqual(['/a', '/c', '/d']);
    now = 11 * 3_600_000;
    expect(grants.pathOf(a!)).toBe('/a');
    now = 13 * 3_600_000;
    expect(grants.pathOf(a!)).toBe('/a');
    expect(() => grants.pathOf(c!)).toThrow(refused('not granted'));
    // Shown again it is given again.
    expect(grants.pathOf(grants.issue('/c').grant)).toBe('/c');
  });

  it('are the only way to name a file: a path from the page is refused at any depth', () => {
    const wrap = fc.array(fc.constantFrom('list', 'file', 'target', 'files', 'metadataFile'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(wrap, fc.string(), fc.boolean(), (levels, path, more) => {
        let value: unknown = more ? { path, grant: 'x' } : { path };
        for (const level of levels) value = level === 'list' ? [value] : { [level]: value };
        expect(() => createGrants().resolve(value)).toThrow(refused('a path from the page'));
      }),
    );
  });

  it('leave everything else in a request as it was', () => {
    const plain = fc.jsonValue().filter((value) => !/"(path|grant|__proto__)":/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        expect(createGrants().resolve(value)).toEqual(value);
      }),
    );
    const bytes = new Uint8Array([1, 2, 3]);
    expect(createGrants().resolve(bytes)).toBe(bytes);
  });
});
