// The whole of P14: the same tests with each thread killed fifty times and each operation cancelled at twenty points.
process.env['FIRTH_KILLS'] = '50';
process.env['FIRTH_CANCELS'] = '20';
await import('./crash.test.ts');
await import('../../electron/engine-crash.test.ts');
export {};
