import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import peggy from 'peggy';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { parseCql } from '../../../core/query/parse-cql.ts';

const room = join(import.meta.dirname, '../../../core/query');

describe('the grammar', () => {
  it('is the one that the parser was made of', () => {
    const made = peggy.generate(readFileSync(join(room, 'cql.peggy'), 'utf8'), {
      output: 'source',
      format: 'es',
    });
    expect(readFileSync(join(room, 'cql-parser.js'), 'utf8').trim()).toBe(made.trim());
  });

  it('reads anything, or says where it cannot go on', () => {
    const sign = fc.constantFrom(
      '"a"',
      '[',
      ']',
      '(',
      ')',
      '*',
      '?',
      '{1,2}',
      'word',
      '=',
      '&',
      '|',
      ':',
      '::',
      'a.word',
      'within',
      's',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const query = signs.join('');
        try {
          expect(parseCql(query).pattern).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          const { code, details } = error as AppError;
          expect(code).toBe('E_QUERY_INVALID');
          expect(details['offset']).toBeLessThanOrEqual(query.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['"the', 0, 'the closing "'],
    ['[word="the]', 6, 'the closing "'],
    ["[word='the]", 6, "the closing '"],
  ])('says of %s which quotation mark is not closed', (query, offset, expected) => {
    expect(() => parseCql(query)).toThrow(
      expect.objectContaining({
        details: { offset, expected: [expected], found: query.slice(offset) },
      }) as Error,
    );
  });

  it('says so when a query is nested too deeply', () => {
    const deep = `${'('.repeat(20_000)}"a"${')'.repeat(20_000)}`;
    expect(() => parseCql(deep)).toThrow(/E_QUERY_INVALID/);
  });
});
