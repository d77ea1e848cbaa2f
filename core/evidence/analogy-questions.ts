import { AppError } from '../contract/errors.ts';
import { linesOfTestSet } from './table-lines.ts';

export interface AnalogyQuestion {
  readonly section: string;
  /** a is to b as c is to d; b and d may name several words that are right, parted by `/`, as BATS does. */
  readonly words: readonly [a: string, b: string, c: string, d: string];
}

/**
 * Reads `: section` lines and questions of four words; or pairs of words, as the files of BATS have them, of which each with each other
 * makes a question. Tabs, semicolons or commas may part the words.
 * @throws AppError E_EVALUATION_INVALID with the line that is neither
 */
export function readAnalogies(text: string, file: string): AnalogyQuestion[] {
  const lines = linesOfTestSet(text, (fields) => fields.length === 4);
  const isSection = (fields: readonly string[]) => fields[0]!.startsWith(':');
  const width = lines.find(({ fields }) => !isSection(fields))?.fields.length;
  if (width === undefined) throw new AppError('E_EVALUATION_INVALID', { file, reason: 'no questions' });
  const questions: AnalogyQuestion[] = [];
  let pairs: (readonly [string, string])[] = [];
  let section = '';
  const endSection = () => {
    for (const [a, b] of pairs)
      for (const [c, d] of pairs) if (a !== c || b !== d) questions.push({ section, words: [a, b, c, d] });
    pairs = [];
  };
  for (const { line, fields } of lines) {
    if (isSection(fields)) {
      endSection();
      section = fields.join(' ').slice(1).trim();
      continue;
    }
    if (fields.length !== width || (width !== 4 && width !== 2) || fields.includes(''))
      throw new AppError('E_EVALUATION_INVALID', {
        file,
        line,
        reason: width === 2 ? 'not two words' : 'not four words',
      });
    if (width === 2) pairs.push(fields as unknown as readonly [string, string]);
    else questions.push({ section, words: fields as unknown as AnalogyQuestion['words'] });
  }
  endSection();
  if (questions.length === 0) throw new AppError('E_EVALUATION_INVALID', { file, reason: 'no questions' });
  return questions;
}
