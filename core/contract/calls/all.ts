import { joined } from '../call.ts';
import { linesCalls } from './lines.ts';

/** Everything that can be asked, by name. */
export const calls = joined(linesCalls);
