// The whole of P25: every format, killed at every call.
process.env['FIRTH_EXPORT_STEP'] = '1';
await import('./killed-export.test.ts');
export {};
