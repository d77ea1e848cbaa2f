import { it } from 'vitest';

/**
 * Some tests ask the same of many cases, or of one for long. `npm test` asks a sample of them, `npm run test:long` all; the long run
 * takes up every test that imports this.
 */
export const isLongRun = process.env['FIRTH_LONG'] === '1';

/** How much of it is asked: in the gate, or in the long run. */
export const extent = <T>(inGate: T, inLongRun: T): T => (isLongRun ? inLongRun : inGate);

/** A test that only the long run asks: the gate asks its neighbours. */
export const inLongRun: typeof it | (() => void) = isLongRun ? it : () => undefined;
