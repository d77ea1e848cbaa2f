import { describe, expect, it } from 'vitest';
import { queryFor } from '../../renderer/parts/lines/query-for.ts';

describe('the query for an n-gram', () => {
  it('is the words themselves, where these are plain words of the texts', () => {
    expect(queryFor('at the end of', 'form', false)).toBe('at the end of');
    expect(queryFor('at the * of', 'form', true)).toBe('at the * of');
  });

  it('asks by the layer, and of words with signs in them as they are', () => {
    expect(queryFor('go home', 'lemma', false)).toBe('[lemma="go"] [lemma="home"]');
    expect(queryFor('go * home', 'lemma', true)).toBe('[lemma="go"] [] [lemma="home"]');
    expect(queryFor('mr. a+b', 'form', false)).toBe('[form="mr\\."] [form="a\\+b"]');
    expect(queryFor('5"', 'word', false)).toBe('[word="5\\""]');
    expect(queryFor("don't go", 'form', false)).toBe('[form="don\'t"] [form="go"]');
  });
});
