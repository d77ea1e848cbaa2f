#!/usr/bin/env node
// The installed command. It says which Node it needs before anything that an older one cannot load.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Firth needs Node 24 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await import('./main.ts');
}
