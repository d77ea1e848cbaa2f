#!/usr/bin/env node
// The installed command. It says which Node it needs before anything that an older one cannot load.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Firth needs Node 24 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  const [{ enableCompileCache }, { existsSync }, path, { dataFolder }] = await Promise.all([
    import('node:module'),
    import('node:fs'),
    import('node:path'),
    import('./data-folder.ts'),
  ]);
  // What V8 makes of the program is kept from one command to the next; in a checkout, what is left of hundreds of modules without their types.
  const isSource = import.meta.url.endsWith('.ts');
  const folder = isSource
    ? path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache')
    : dataFolder();
  if (existsSync(folder)) enableCompileCache(path.join(folder, isSource ? 'firth' : 'compiled'));
  await import('./main.ts');
}
