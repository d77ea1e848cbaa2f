import { describe, expect, it } from 'vitest';
import { lackOf, menuPages, pageOf, pages } from '../../renderer/pages/index.ts';
import { pageNames } from '../../renderer/pages/names.ts';

describe('the registry of pages', () => {
  it('has each page once, under its own name and key', () => {
    expect(pages.map(({ name }) => name)).toEqual(pageNames);
    const keys = pages.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(pageOf('words').words.zh.title).toBe('词表');
  });

  it('gives every page a view, an icon, and words for when it has nothing to show', () => {
    for (const { name, view, icon, needs, words } of pages) {
      expect([typeof view, typeof icon], name).toEqual(['function', 'function']);
      const waits = needs.some((need) => need !== 'project');
      for (const { title, lacking } of Object.values(words)) {
        expect(title, name).toMatch(/\S/);
        if (waits) expect(lacking, name).toMatch(/\S/);
      }
    }
  });

  it('keeps those that have commands of their own out of the menu’s list', () => {
    expect(menuPages.map(({ name }) => name)).toEqual(
      pageNames.filter((name) => name !== 'settings' && name !== 'guide'),
    );
  });

  it('knows what a page is waiting for: any one of its needs will do, and the first is what it is led to', () => {
    const train = pageOf('train');
    expect(lackOf(train, () => false)).toBe('texts');
    expect(lackOf(train, (need) => need === 'model')).toBeNull();
    expect(lackOf(pageOf('explore'), (need) => need === 'texts')).toBe('model');
    expect(lackOf(pageOf('home'), () => false)).toBeNull();
  });
});
