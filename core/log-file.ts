import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment, LogEntry, Places } from './environment.ts';
import type { Fault } from './faults.ts';

/** Where the log lies in Firth’s data folder: the newest entries, and those before them. */
export const logName = 'log/firth.log';
const olderName = 'log/firth.old.log';

/** Of each of the two files. */
const mostBytes = 256 * 1024;

/**
 * The log of a data folder: one line of JSON an entry. It never fails and never grows beyond twice {@link mostBytes}. Several Firths may
 * write to it at once: a line is written in one piece.
 */
export function logFile({ dataFolder }: Pick<Places, 'dataFolder'>, now: () => number): Environment['log'] {
  const path = join(dataFolder, logName);
  return (entry: LogEntry) => {
    const { versions, platform, arch } = process;
    const line = {
      at: new Date(now()).toISOString(),
      ...entry,
      on: `${platform} ${arch} node ${versions.node}`,
    };
    try {
      mkdirSync(join(dataFolder, 'log'), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes)
        renameSync(path, join(dataFolder, olderName));
      appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  };
}

/**
 * Notes a fault of Firth’s own.
 * @returns what the message of an E_INTERNAL is filled with: the number of the fault, and where the log lies if it was kept
 */
export function noteFault(
  { log }: Pick<Environment, 'log'>,
  method: string,
  fault: Fault,
): { readonly trace: string; readonly log?: string } {
  const trace = randomUUID().slice(0, 8);
  return log({ event: 'fault', trace, method, fault }) ? { trace, log: logName } : { trace };
}
