import { oneLine } from '../lines/one-line.ts';
import { readText } from '../project/document-text.ts';
import { readTokens } from '../project/token-stream.ts';
import type { Attribute } from '../query/token-classes.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

const writtenForms = kept<Attribute>();

/**
 * Every token as it stands in its text: with its capitals and marks, where the form that is counted has none. A form that is counted as it
 * is written has the number of its type.
 */
export const writtenFormsOf = (opened: Opened): Attribute =>
  opened.remember(writtenForms, 'all', () => {
    const { db } = opened.project;
    const { documents, starts, tokens, ids: counted } = corpusTokensOf(opened);
    const { forms } = typesOf(opened);
    const numbers = new Map<string, number>();
    const values = [...forms];
    const ids = counted.slice();
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
    documents.forEach((document, at) => {
      let place = starts[at]!;
      for (const piece of readTokens(db, document)) {
        const count = piece.ids.length;
        const from = piece.starts[0]!;
        const last = count - 1;
        const text = readText(db, document, from, piece.starts[last]! + piece.lengths[last]!);
        for (let token = 0; token < count; token++, place++) {
          const start = piece.starts[token]! - from;
          const length = piece.lengths[token]!;
          if (!isAt(text, start, length, forms[counted[place]!]!))
            ids[place] = number(oneLine(text.slice(start, start + length)));
        }
      }
    });
    return tokens === 0 ? { ids, values: [''] } : { ids, values };
  });

function isAt(text: string, start: number, length: number, form: string): boolean {
  if (form.length !== length) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(start + at) !== form.charCodeAt(at)) return false;
  return true;
}
