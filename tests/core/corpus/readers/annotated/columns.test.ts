import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../../core/corpus/readers/annotated/columns.ts';

const lines = (rows: readonly string[]) => `${rows.join('\n')}\n`;

describe('columns of a file with a word a line', () => {
  it('are told by lemmas that begin as their words do, in either order', () => {
    const rows = ['We\tPRON\twe', 'saw\tVERB\tsee', 'goats\tNOUN\tgoat', '!\tPUNCT\t!'];
    expect(columnsOf(lines([...rows, ...rows]))?.names).toEqual(['word', 'pos', 'lemma']);
    const turned = rows.map((row) => row.replace(/\t(\S+)\t(\S+)$/u, '\t$2\t$1'));
    expect(columnsOf(lines([...turned, ...turned]))?.names).toEqual(['word', 'lemma', 'pos']);
  });

  it('are told by tags alone only where a text stands there', () => {
    const rows = ['We\tPRP', 'saw\tVBD', 'goats\tNNS', '.\tSENT'];
    expect(columnsOf(lines([...rows, ...rows, ...rows, ...rows, ...rows]))?.names).toEqual(['word', 'pos']);
    expect(columnsOf(lines([...rows, ...rows]))).toBeUndefined();
  });

  it('are told by names also in the shortest of texts, but no others', () => {
    const rows = ['Anna NNP B-NP B-PER', 'sleeps VBZ B-VP O', '. . O O'];
    expect(columnsOf(lines(rows))?.names).toEqual(['word', 'pos', 'chunk', 'ner']);
    expect(columnsOf(lines(['Anna\tB-PER', 'sleeps\tO', '.\tO']))?.names).toEqual(['word', 'ner']);
    expect(columnsOf(lines(['goat\tN\tgoat', 'saw\tV\tsee', '.\tSENT\t.']))).toBeUndefined();
  });

  it.each([
    ['a list of words with their numbers', (at: number) => `goat${at}\t${at * 7}`],
    ['a glossary', (at: number) => `goat${at}\tZiege${at}`],
    ['a glossary with parts of speech', (at: number) => `goat${at}\tN\tZiege${at}`],
    ['names and places', (at: number) => `Anna${at}\tUlm\tGermany`],
  ])('are not told of %s', (_, row) => {
    expect(columnsOf(lines(Array.from({ length: 40 }, (_row, at) => row(at))))).toBeUndefined();
  });

  it('are not told of running text', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{1,9}[.,]?$/u), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 8, maxLength: 40 }), (text) => {
        expect(columnsOf(lines(text.map((words) => words.join(' '))))).toBeUndefined();
      }),
    );
  });
});
