import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recentProjects } from '../../electron/recent-projects.ts';
import { writeWhole } from '../../electron/whole-file.ts';
import { settingsFile, shownSettings } from '../../electron/window-settings.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'firth-own-files-'));
  onTestFinished(() => {
    chmodSync(path, 0o700);
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

const damaged = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({ theme: fc.anything(), language: fc.anything(), bounds: fc.anything() })
    .map((value) => JSON.stringify(value)),
);

describe('the settings of the window', () => {
  it('are remembered, and only theme and language are shown to the page', () => {
    const path = folder();
    settingsFile(path).change({ theme: 'dark', language: 'zh' });
    settingsFile(path).keepBounds({ x: 1, y: 2, width: 1000, height: 700 }, true);
    const read = settingsFile(path).read();
    expect(read).toEqual({
      theme: 'dark',
      language: 'zh',
      bounds: { x: 1, y: 2, width: 1000, height: 700 },
      maximized: true,
    });
    expect(shownSettings(read)).toEqual({ theme: 'dark', language: 'zh' });
  });

  it('are the usual ones when the file is damaged, whatever stands in it', () => {
    const path = folder();
    fc.assert(
      fc.property(damaged, (text) => {
        writeFileSync(join(path, 'settings.json'), text);
        const { theme, language, bounds, maximized } = settingsFile(path).read();
        expect(['system', 'light', 'dark']).toContain(theme);
        expect(['system', 'en', 'zh']).toContain(language);
        expect(bounds === null || Object.values(bounds).every(Number.isInteger)).toBe(true);
        expect(maximized).toBeTypeOf('boolean');
      }),
    );
  });

  it('that cannot be written keep no window from closing', () => {
    const path = join(folder(), 'a file');
    writeFileSync(path, '');
    expect(() => settingsFile(path).keepBounds(null, false)).not.toThrow();
    expect(() => settingsFile(path).change({ theme: 'dark' })).toThrow();
  });
});

describe('recent projects', () => {
  it('are listed newest first, each once, twelve at most, without those that are gone', () => {
    const path = folder();
    const recent = recentProjects(path);
    const files = Array.from({ length: 14 }, (_, at) => join(path, `project ${at}.firth`));
    for (const [at, file] of files.entries()) {
      writeFileSync(file, '');
      recent.add(file, at);
    }
    recent.add(files[5]!, 100);
    rmSync(files[13]!);
    const names = recentProjects(path)
      .list()
      .map(({ name }) => name);
    expect(names).toEqual([5, 12, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((at) => `project ${at}.firth`));
  });

  it('are none when the file is damaged, and can be added again', () => {
    const path = folder();
    const file = join(path, 'a.firth');
    writeFileSync(file, '');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(join(path, 'recent.json'), text);
        recentProjects(path).add(file, 1);
        expect(
          recentProjects(path)
            .list()
            .map((entry) => entry.path),
        ).toContain(file);
      }),
      { numRuns: 30 },
    );
  });

  it('that cannot be remembered keep no project from opening', () => {
    const path = join(folder(), 'a file');
    writeFileSync(path, '');
    expect(() => recentProjects(path).add('/a.firth', 1)).not.toThrow();
  });
});

describe('a file that is written whole', () => {
  it('holds what was written, and stands alone in its folder', () => {
    const path = folder();
    const file = join(path, 'table.csv');
    writeWhole(file, 'a,b\n');
    writeWhole(file, new Uint8Array([1, 2, 3]));
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(readdirSync(path)).toEqual(['table.csv']);
  });

  it('leaves what stood there, and nothing else, when it cannot be put in place', () => {
    const path = folder();
    const place = join(path, 'taken');
    mkdirSync(join(place, 'full'), { recursive: true });
    expect(() => writeWhole(place, 'text')).toThrow();
    expect(readdirSync(path)).toEqual(['taken']);
    expect(readdirSync(place)).toEqual(['full']);
  });

  it('can have a name as long as the system allows', () => {
    const path = folder();
    writeWhole(join(path, `${'n'.repeat(200)}.csv`), 'x');
    expect(readdirSync(path)).toHaveLength(1);
  });

  // Windows has no such rights: the person’s own folder is theirs alone there.
  if (process.platform !== 'win32')
    it('is for the person alone when it is Firth’s own', () => {
      const path = join(folder(), 'new');
      settingsFile(path).change({ theme: 'dark' });
      expect(statSync(join(path, 'settings.json')).mode & 0o777).toBe(0o600);
      expect(statSync(path).mode & 0o777).toBe(0o700);
    });
});
