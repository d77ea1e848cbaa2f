import { join } from 'node:path';
import { createBuilder } from 'vite';
import { buildDictionaries } from '../resources/build-dictionaries.ts';

/** Builds the window and the command line as they are shipped: e2e tests run these, not the sources. */
export async function setup(): Promise<void> {
  // A tree that was installed before there was a dictionary lacks it.
  buildDictionaries(join(import.meta.dirname, '..', 'resources', 'kernels'), true);
  // A run within a run takes what the outer one built.
  if (process.env['FIRTH_BUILT'] !== undefined) return;
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}
