import { AppError } from '../contract/errors.ts';
import { parse, SyntaxError } from './cql-parser.js';
import type { QueryTree } from './query-tree.ts';
import { withoutEdges, type WrittenPattern } from './region-edges.ts';

/**
 * Reads a query in CQL.
 * @throws AppError E_QUERY_INVALID { offset, expected, found }: where it stops being understood, from 0 in UTF-16 units, what could stand
 *   there, and what does
 */
export function parseCql(query: string): QueryTree {
  try {
    const { pattern, conditions, restrictions } = parse(query) as WrittenQuery;
    return {
      pattern: withoutEdges(pattern),
      conditions,
      restrictions: restrictions.map((one) =>
        'pattern' in one ? { ...one, pattern: withoutEdges(one.pattern) } : one,
      ),
    };
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

/** As the grammar gives it, with the edges of regions as they stand. */
type WrittenQuery = Pick<QueryTree, 'conditions'> & {
  readonly pattern: WrittenPattern;
  readonly restrictions: readonly (
    | Extract<QueryTree['restrictions'][number], { kind: 'within' }>
    | { readonly kind: 'withinPattern' | 'containing'; readonly pattern: WrittenPattern }
  )[];
};

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
