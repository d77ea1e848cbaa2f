import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviationOfProportions } from '../../../core/lines/dispersion.ts';
import { corpusTokensOf } from '../../../core/opened/corpus-tokens.ts';
import { allWords, countedWords } from '../../../core/opened/counted-words.ts';
import { memoOf } from '../../../core/opened/memo.ts';
import { typesOf, type Opened } from '../../../core/opened/opened.ts';
import { writtenFormsOf } from '../../../core/opened/written-forms.ts';
import { appendImport } from '../../../core/project/append-import.ts';
import { readRevision } from '../../../core/project/changes.ts';
import { wholeDocuments } from '../../../core/project/whole-documents.ts';
import { documentOf, importOf } from '../project/sample-rows.ts';
import { opened, temporaryPlace } from '../project/temporary-project.ts';
import { extent } from '../../extent.ts';

const wordsOf = (text: string) => [...text.matchAll(/[^ \n]+/gu)].map(([word]) => word);

/** Texts in a real project, in two imports, counted in small letters. */
function corpusOf(imports: readonly (readonly string[])[]): Opened {
  const place = temporaryPlace();
  const project = opened(place);
  imports.forEach((texts, number) => {
    const named = Object.fromEntries(texts.map((text, at) => [`${number} ${at}`, text]));
    const forms = [...new Set(texts.flatMap(wordsOf).map((word) => word.toLowerCase()))];
    const documents = Object.entries(named).map(([name, text]) =>
      documentOf(name, text, (word) => forms.indexOf(word.toLowerCase())),
    );
    appendImport(project.db, { ...importOf(named), forms, documents });
  });
  const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');
  return {
    environment: { ...place.environment, kernels },
    project,
    ...memoOf(() => readRevision(project.db)),
  };
}

/** Words whose small letters are as long as they are, or longer, or beyond the first plane. */
const word = fc.constantFrom(
  'us',
  'US',
  'Us',
  'é',
  'É',
  'İ',
  '𝒜b',
  '𐐀',
  '𐐨',
  'ßS',
  'a'.repeat(40),
  'A'.repeat(40),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', '  \n\n ')), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.map(([one, gap]) => one + gap).join(''));
const imports = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });

describe('the corpus in memory', () => {
  it('has every token as it stands in its text, and its sentences', () => {
    fc.assert(
      fc.property(imports, (texts) => {
        const corpus = corpusOf(texts);
        const { ids, values } = writtenFormsOf(corpus);
        expect(Array.from(ids, (id) => values[id])).toEqual(texts.flat().flatMap(wordsOf));
        const { ids: types, starts, sentences } = corpusTokensOf(corpus);
        const { forms } = typesOf(corpus);
        expect(Array.from(types, (type) => forms[type])).toEqual(
          texts.flat().flatMap((one) => wordsOf(one).map((each) => each.toLowerCase())),
        );
        expect([...starts]).toEqual([
          ...texts.flat().map((_, at) => texts.flat().slice(0, at).flatMap(wordsOf).length),
          types.length,
        ]);
        const firsts = texts
          .flat()
          .flatMap((one) =>
            [...one.matchAll(/[^ \n]+/gu)].map(({ index }) =>
              index === 0 || one[index - 1] === '\n' ? 0 : 1,
            ),
          );
        for (const start of starts.subarray(0, -1)) firsts[start] = 0;
        expect([...sentences.goesOn]).toEqual(firsts);
      }),
      { numRuns: extent(15, 200) },
    );
  });

  it('has the spread of a page of words from the index as counting all texts has it', () => {
    fc.assert(
      fc.property(imports, (texts) => {
        const corpus = corpusOf(texts);
        const { forms, counts, documents } = typesOf(corpus);
        const all = deviationOfProportions(wholeDocuments(corpus.project.db), counts);
        const isOne = texts.flat().length < 2;
        const { rows, spread } = countedWords(corpus);
        const page = rows([...forms.keys()].reverse());
        expect(page.map(({ word: one, documents: range }) => [one, range])).toEqual(
          [...forms.keys()].reverse().map((type) => [forms[type], documents[type]]),
        );
        page.toReversed().forEach(({ dispersion }, type) => {
          if (isOne) expect(dispersion).toBeNull();
          else expect(dispersion).toBeCloseTo(all[type]!, 12);
        });
        expect(spread() === null).toBe(isOne);
        expect(allWords(corpus).map(({ count }) => count)).toEqual(
          [...counts].filter((count) => count > 0).sort((a, b) => b - a),
        );
      }),
      { numRuns: extent(15, 200) },
    );
  });
});
