import { Parser, type Handler, type ParserOptions } from 'htmlparser2';
import { AppError } from '../../contract/errors.ts';

/** Deeper than any text, also where nobody closed what was opened; what a parser does for each level grows with it. */
const mostLevels = 5_000;

/**
 * A parser of markup. Entities that a document declares are not expanded.
 * @throws AppError E_FILE_UNREADABLE, while parsing, where elements are nested too deep
 */
export function markupParser(handler: Partial<Handler>, options: ParserOptions): Parser {
  let levels = 0;
  return new Parser(
    {
      ...handler,
      onopentag(name, attributes, isImplied) {
        levels += 1;
        if (levels > mostLevels) throw new AppError('E_FILE_UNREADABLE', { reason: 'nesting' });
        handler.onopentag?.(name, attributes, isImplied);
      },
      onclosetag(name, isImplied) {
        levels -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    },
    options,
  );
}

const piece = 1 << 16;

/** Parses until enough is known: what is looked for stands at the beginning of files that may be long. */
export function parseBeginning(
  parser: Pick<Parser, 'write' | 'end'>,
  source: string,
  isOver: () => boolean,
): void {
  for (let at = 0; at < source.length && !isOver(); at += piece) parser.write(source.slice(at, at + piece));
  parser.end();
}
