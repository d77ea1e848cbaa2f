import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/i18n/en.ts';
import { zh } from '../../renderer/i18n/zh.ts';

function entries(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}.${key}`));
}

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect(entries(zh).map(([path]) => path)).toEqual(entries(en).map(([path]) => path));
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

  it('count one and many in English', () => {
    expect(en.frame.documents(1, '1')).toBe('1 document');
    expect(en.frame.documents(12, '12')).toBe('12 documents');
    expect(zh.frame.documents(1, '1')).toBe('1 篇文本');
  });
});
