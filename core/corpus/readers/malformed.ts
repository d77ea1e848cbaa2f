import { AppError } from '../../contract/errors.ts';

/** What a file lacks to be what it says it is; told in the language of the window. */
export type Flaw =
  | 'cut-off'
  | 'number-missing'
  | 'text-missing'
  | 'unknown-part'
  | 'time-missing'
  | 'quotation-open'
  | 'quotation-endless'
  | 'element-open'
  | 'too-many-cells'
  | 'columns-differ';

/**
 * A file that does not keep to its format: none of it is read, for who knows what else would be lost.
 * @param line counted from 1
 */
export const malformed = (format: string, line: number, flaw: Flaw): AppError =>
  new AppError('E_FILE_MALFORMED', { format, line, flaw });

/** Number of the line that a place of a text lies in, counted from 1. */
export function lineAt(source: string, place: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < place; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}
