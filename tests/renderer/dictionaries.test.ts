import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageNames } from '../../renderer/pages/names.ts';
import { en, zh } from './wording.ts';

const root = join(import.meta.dirname, '..', '..');

function entries(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('stand beside every page, and are all looked at here', () => {
    const rooms = globSync('renderer/**/Words.en.ts', { cwd: root }).map((file) =>
      dirname(file).replaceAll('\\', '/').replace(/^.*\//, ''),
    );
    expect(rooms).toEqual(expect.arrayContaining([...pageNames]));
    expect(Object.keys(en)).toEqual(expect.arrayContaining(rooms));
  });

  it('say the same things in both languages', () => {
    const paths = (words: unknown) => entries(words).map(([path]) => path);
    expect(paths(zh)).toEqual(paths(en));
  });

  it('leave nothing unsaid', () => {
    for (const [path, value] of [...entries(en), ...entries(zh)]) expect(value, path).not.toBe('');
  });

  it('take as many values in both languages, or fewer where a language has no use for one', () => {
    const english = new Map(entries(en));
    for (const [path, value] of entries(zh)) {
      const other = english.get(path);
      expect(typeof value, path).toBe(typeof other);
      if (typeof value === 'function' && typeof other === 'function') {
        expect(value.length, path).toBeLessThanOrEqual(other.length);
      }
    }
  });

  it('say nothing that nobody hears', () => {
    const sources = globSync('renderer/**/*.{svelte,ts}', { cwd: root })
      .filter((file) => !/Words\.(en|zh)\.ts$|[\\/]i18n[\\/]/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    // By name, by a value that stands for it, or with its fellows: `t.found`, `t[shown]` with 'list' for `shown`, `t.phases[phase]`,
    // `names={t.cells}`.
    const named = new Set([...sources.matchAll(/[.'](\w[\w-]*)/g)].map(([, name]) => name));
    const chosen = new Set([...sources.matchAll(/\.(\w+)[[}]/g)].map(([, name]) => name));
    const unheard = entries(en)
      .map(([path]) => path.split('.').slice(-2) as [string, string])
      .filter(([owner, name]) => !named.has(name) && !chosen.has(owner));
    expect(unheard).toEqual([]);
  });

  it('count one and many in English', () => {
    expect(en.frame.documents(1, '1')).toBe('1 text');
    expect(en.frame.documents(12, '12')).toBe('12 texts');
    expect(zh.frame.documents(1, '1')).toBe('1 篇文本');
  });
});
