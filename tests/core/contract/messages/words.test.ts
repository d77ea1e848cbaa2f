import { describe, expect, it } from 'vitest';
import { sharedWords } from '../../../../core/contract/messages/words.ts';

function paths(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

describe('the words that window, menu and command line share', () => {
  it('are the same things in both languages, in the same order', () => {
    expect(paths(sharedWords.zh)).toEqual(paths(sharedWords.en));
  });

  it('are in Chinese where they are to be', () => {
    expect(sharedWords.zh.commands.save).toMatch(/\p{Script=Han}/u);
    for (const words of Object.values(sharedWords.zh.presets)) expect(words).toMatch(/\p{Script=Han}/u);
  });
});
