import { describe, expect, it } from 'vitest';
import { rankCollocates, withPlaces } from '../../../core/lines/collocates.ts';
import { countPlaces, countSpans, type TokenRow } from '../../../core/lines/span-counts.ts';

const forms = ['the', 'strong', 'tea', 'drinks', 'she'];

function rowOf(...texts: readonly string[]): TokenRow {
  const tokens = texts.map((text) => text.split(' ').map((word) => forms.indexOf(word)));
  return {
    ids: Uint32Array.from(tokens.flat()),
    size: forms.length,
    goesOn: Uint8Array.from(tokens.flatMap((text) => text.map((_, at) => (at === 0 ? 0 : 1)))),
    textStarts: Uint32Array.from(tokens.map((_, at) => tokens.slice(0, at).flat().length)),
  };
}

function nodesOf({ ids }: TokenRow, form: string) {
  const places = Uint32Array.from(ids.keys()).filter((at) => ids[at] === forms.indexOf(form));
  return { starts: places, ends: places };
}

describe('collocates', () => {
  it('are counted within the span, to the edge of a text', () => {
    const row = rowOf('she drinks strong tea', 'strong tea the tea');
    const counts = countSpans(nodesOf(row, 'tea'), row, 1, 1);
    expect(counts.occurrences).toBe(3);
    // “the” stands beside two nodes and is one position.
    expect(counts.spanTokens).toBe(1 + 2);
    expect([...counts.together]).toEqual([1, 2, 0, 0, 0]);
    const { texts } = countPlaces(nodesOf(row, 'tea'), row, 1, 1, [0, 1, 2, 3, 4]);
    expect([...texts]).toEqual([1, 2, 0, 0, 0]);
  });

  it('are ranked by a measure, what is met too seldom left out', () => {
    const row = rowOf('strong tea strong tea the she the drinks strong tea the the');
    const nodes = nodesOf(row, 'tea');
    const counts = Uint32Array.of(4, 3, 3, 1, 1);
    const { rows } = rankCollocates(countSpans(nodes, row, 1, 1), { forms, counts }, 12, 2);
    expect(rows.map(({ word, together, count }) => [word, together, count])).toEqual([
      ['strong', 3, 3],
      ['the', 2, 4],
    ]);
    expect(rows[0]!.logDice).toBe(14);
    const { rows: byTimes } = rankCollocates(
      countSpans(nodes, row, 1, 1),
      { forms, counts },
      12,
      1,
      'tScore',
    );
    expect(byTimes[0]!.word).toBe('strong');
  });

  it('are told by their distance', () => {
    const row = rowOf('she drinks the strong tea the she');
    const nodes = nodesOf(row, 'tea');
    const { rows } = rankCollocates(
      countSpans(nodes, row, 3, 2),
      { forms, counts: Uint32Array.of(2, 1, 1, 1, 2) },
      7,
      1,
    );
    const places = Object.fromEntries(
      withPlaces(rows, nodes, row, 3, 2).map((one) => [one.word, one.places]),
    );
    expect(places).toEqual({
      drinks: [1, 0, 0, 0, 0],
      the: [0, 1, 0, 1, 0],
      strong: [0, 0, 1, 0, 0],
      she: [0, 0, 0, 0, 1],
    });
  });
});
