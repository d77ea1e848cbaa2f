import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Asks what svelte-check made of each component for the rules that need types (promises nobody waits for above all). The files are named
 * one by one because they are not under version control, and the linter leaves out what git leaves out.
 */
const root = join(import.meta.dirname, '..');
const components = globSync('.svelte-check/svelte/**/++*.svelte.ts', { cwd: root });
if (components.length === 0) throw new Error('svelte-check has written no components to lint');
const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
const { status } = spawnSync(
  process.execPath,
  [linter, '--config', 'renderer/oxlint-components.json', ...components],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
