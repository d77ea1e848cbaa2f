import type { AnyCall } from './call.ts';
import { calls } from './calls/all.ts';
import type { Method } from './contract.ts';

/** Whether a call changes the open project, as its command says. Those without a command of their own are short, and refused where they write. */
export function changesProject(method: Method): boolean {
  const { command }: AnyCall = calls[method];
  return 'words' in command && (command.project === 'change' || command.project === 'make');
}
