import { createBuilder } from 'vite';

/** Builds the window and the command line as they are shipped: e2e tests run these, not the sources. */
export async function setup(): Promise<void> {
  // A run within a run takes what the outer one built.
  if (process.env['FIRTH_BUILT'] !== undefined) return;
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}
