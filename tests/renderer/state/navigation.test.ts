import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Navigation } from '../../../renderer/state/navigation.svelte.ts';
import { watched } from './watched.svelte.ts';

describe('going from page to page', () => {
  it('shows the page that was asked for', () => {
    const go = new Navigation();
    const { seen, stop } = watched(() => go.page);
    go.go('lines');
    flushSync();
    stop();
    expect(seen).toEqual(['home', 'lines']);
  });

  it('tells two askings of the same word apart', () => {
    const go = new Navigation();
    go.showLines('king');
    const first = go.lines;
    go.showLines('king', null);
    expect(go.page).toBe('lines');
    expect(first).toMatchObject({ word: 'king', texts: undefined });
    expect(go.lines).toMatchObject({ word: 'king', texts: null });
    expect(go.lines!.n).toBeGreaterThan(first!.n);
    go.showNeighbours('king');
    expect([go.page, go.explore!.word]).toEqual(['explore', 'king']);
    go.showWord('queen', null);
    expect([go.page, go.word!.word, go.word!.texts]).toEqual(['words', 'queen', null]);
  });

  it('opens the guide at a chapter, or where it was last read', () => {
    const go = new Navigation();
    go.showGuide('training');
    expect([go.page, go.chapter]).toEqual(['guide', 'training']);
    go.showGuide(null);
    expect(go.chapter).toBe('training');
  });

  it('forgets every errand when another project begins', () => {
    const go = new Navigation();
    go.showLines('a');
    go.showNeighbours('b');
    go.showWord('c');
    go.showExport('surprisal');
    go.begin('words');
    expect([go.page, go.lines, go.explore, go.word, go.export]).toEqual(['words', null, null, null, null]);
  });
});
