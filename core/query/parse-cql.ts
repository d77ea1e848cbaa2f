import { AppError } from '../contract/errors.ts';
import { parse, SyntaxError } from './cql-parser.js';
import type { QueryTree } from './query-tree.ts';

/**
 * Reads a query in CQL.
 * @throws AppError E_QUERY_INVALID { offset, expected, found }: where it stops being understood, from 0 in UTF-16 units, what could stand
 *   there, and what does
 */
export function parseCql(query: string): QueryTree {
  try {
    return parse(query) as QueryTree;
  } catch (error) {
    // The stack of a parser is as deep as the brackets.
    if (error instanceof RangeError)
      throw new AppError('E_QUERY_INVALID', {
        offset: 0,
        expected: [],
        found: '',
        reason: 'too many brackets',
      });
    if (!(error instanceof SyntaxError)) throw error;
    const { location, expected, found } = error;
    const wanted = new Set((expected ?? []).map(named).filter((name) => name !== ''));
    throw new AppError('E_QUERY_INVALID', {
      offset: location.start.offset,
      expected: [...wanted].sort(),
      found: found ?? '',
    });
  }
}

interface Expectation {
  readonly type: string;
  readonly description?: string;
  readonly text?: string;
}

function named({ type, description, text }: Expectation): string {
  switch (type) {
    case 'end':
      return 'the end';
    case 'literal':
      return text ?? '';
    case 'other':
      // White space may stand anywhere.
      return description === 'white space' ? '' : (description ?? '');
    default:
      return '';
  }
}
