#!/usr/bin/env node
// The installed command. It says which Node it needs before anything that an older one cannot load.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Firth needs Node 24 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // In a checkout the types of hundreds of modules are taken off at every start, unless Node keeps what it made of them.
  if (import.meta.url.endsWith('.ts')) {
    const [{ enableCompileCache }, { fileURLToPath }] = await Promise.all([
      import('node:module'),
      import('node:url'),
    ]);
    enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/firth', import.meta.url)));
  }
  await import('./main.ts');
}
