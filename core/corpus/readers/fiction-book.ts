import { meaning, type Rule, type RulesOf } from './markup.ts';
import { apart } from './text-flow.ts';

/** FictionBook 2: all that is read, without marks of notes. */
export const fictionBookRules: RulesOf = () => {
  let inNotes = 0;
  return {
    xml: true,
    elements: new Map<string, Rule>([
      ...meaning(
        'section subtitle p v text-author date epigraph cite stanza poem table tr td th empty-line',
        { apart: apart.paragraph },
      ),
      ...meaning('binary description stylesheet image', { out: 'markup' }),
      ['a', ({ type }) => (type === 'note' ? { out: 'noteMarks' } : undefined)],
      [
        'body',
        ({ name = '' }) => {
          if (!/^(?:foot)?notes$|^comments$/i.test(name)) return { apart: apart.paragraph };
          inNotes += 1;
          return { apart: apart.paragraph, ends: () => void (inNotes -= 1) };
        },
      ],
      // The title of a note is the mark by which the text names it.
      [
        'title',
        (_, { parent }) =>
          inNotes > 0 && parent === 'section' ? { out: 'noteMarks' } : { apart: apart.paragraph },
      ],
    ]),
  };
};
