import { homedir } from 'node:os';
import { join } from 'node:path';

/** Firth’s own folder, where the environment or the system has it. */
export function dataFolder(): string {
  const { env, platform } = process;
  if (env['FIRTH_DATA'] !== undefined) return env['FIRTH_DATA'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Firth');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Firth');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'firth');
}
