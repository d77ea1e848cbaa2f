import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmlessCell } from '../../../core/contract/harmless-cell.ts';

it('no cell begins as a formula does, and any other text is as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', 'a', "'"), fc.string(), (first, rest) => {
      const text = `${first}${rest}`;
      const cell = harmlessCell(text);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      expect(cell === text || cell === `'${text}`).toBe(true);
    }),
    { numRuns: 50 },
  );
});
