import { describe, expect, it } from 'vitest';
import { stopList } from '../../../core/vocabulary/stop-lists.ts';

describe('a stop list', () => {
  it('is there for many languages, and empty for the others', () => {
    expect(stopList('en-GB').words).toEqual(expect.arrayContaining(['the', 'of', "don't"]));
    expect(stopList('zh').words).toContain('的');
    expect(stopList('tlh')).toEqual({ words: [], content: [], isReviewed: false });
    expect(stopList('__proto__').words).toEqual([]);
    expect(stopList('constructor').words).toEqual([]);
  });

  it('is that of its relatives where a language has none of its own', () => {
    for (const tag of ['nb', 'nn-NO']) expect(stopList(tag).words).toContain('ikkje');
    expect(stopList('fil').words).toEqual(stopList('tl').words);
    expect(stopList('yue-Hant').words).toEqual(expect.arrayContaining(['嘅', '的']));
    expect(stopList('lzh').words).toEqual(expect.arrayContaining(['之', '乎']));
    expect(stopList('zh').words).not.toContain('嘅');
  });

  it.each([
    ['en', ['man', 'men', 'world'], ['the', 'he']],
    ['de', ['mann', 'gott'], ['der', 'und']],
    ['ru', ['война', 'жизнь', 'книга'], ['и', 'она']],
    ['fr', ['gens', 'force'], ["d'", "qu'", 'le']],
  ])('of %s tells words that mean something from words of grammar', (language, content, grammar) => {
    const list = stopList(language);
    expect(list.isReviewed).toBe(true);
    expect(list.content).toEqual(expect.arrayContaining(content));
    expect(list.words).toEqual(expect.arrayContaining(grammar));
    expect(list.words.filter((word) => list.content.includes(word))).toEqual([]);
  });

  it('has no slips of the list that it comes from', () => {
    expect(stopList('el').words).toContain('αδιακοπα');
    expect(stopList('el').words.join('')).not.toMatch(/[\u2206^]/u);
    expect(stopList('th').words).toContain('ทำ');
    expect(stopList('th').words).not.toContain('ทํา');
    expect(stopList('fa').words).toEqual(expect.arrayContaining(['اکنون', 'براساس', 'نداشته']));
    expect(stopList('en').words.join('')).not.toContain('”');
    expect(stopList('ca').words).toContain('per_que');
    expect(stopList('lt').words).toContain('vis_dėlto');
    for (const language of ['ko', 'fa', 'zh', 'br', 'fr', 'de', 'es', 'ur'])
      for (const word of stopList(language).words) {
        expect(word).toMatch(/\p{L}/u);
        expect(word).not.toMatch(/^\p{M}|\s|[,:;|^]$/u);
      }
  });
});
