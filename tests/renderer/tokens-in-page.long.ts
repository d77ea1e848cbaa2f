// Real texts at greater length.
process.env['FIRTH_PAGE_CHARACTERS'] = '400000';
await import('./tokens-in-page.test.ts');

export {};
