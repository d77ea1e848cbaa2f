// P30 with more settings of the system.
process.env['FIRTH_LOCALES'] = 'all';
await import('./locale.test.ts');

export {};
