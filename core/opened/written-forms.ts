import { oneLine } from '../lines/one-line.ts';
import type { Attribute } from '../query/token-classes.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { writtenIds } from './written-ids.ts';

const writtenForms = kept<Attribute>();

/**
 * Every token as it stands in its text: with its capitals and marks, where the form that is counted has none. A form that is counted as it
 * is written has the number of its type.
 */
export const writtenFormsOf = (opened: Opened): Attribute =>
  opened.remember(writtenForms, 'all', () => {
    const { tokens } = corpusTokensOf(opened);
    const { forms } = typesOf(opened);
    const numbers = new Map<string, number>();
    const values = [...forms];
    let number = (form: string): number => {
      // Filled when the first token differs: most corpora of small letters never need it.
      forms.forEach((one, id) => numbers.set(one, id));
      number = (one) => {
        const known = numbers.get(one);
        if (known !== undefined) return known;
        numbers.set(one, values.push(one) - 1);
        return values.length - 1;
      };
      return number(form);
    };
    const ids = writtenIds(opened, (written) => number(oneLine(written)));
    return tokens === 0 ? { ids, values: [''] } : { ids, values };
  });
