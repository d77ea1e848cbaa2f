import { joined } from '../call.ts';
import { linesCalls } from './lines.ts';
import { queryCalls } from './query.ts';

/** Everything that can be asked, by name. */
export const calls = joined(linesCalls, queryCalls);
