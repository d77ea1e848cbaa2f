import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a child tells of one thing that it asked. */
export interface Told {
  readonly begun?: unknown;
  readonly asked?: string;
  readonly faults?: readonly string[];
}

/** A minute without a word: whatever is asked of a few texts hangs then, however busy the computer is. */
const patienceMs = 120_000;

/**
 * Lets a program of the tests ask one thing after the other, each of which may hang it or end it.
 * @returns how often it got what, and what was wrong, with what it had begun then
 */
export async function askedByChild(
  path: string,
  args: readonly number[],
): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly faults: readonly string[] }> {
  const child = spawn(process.execPath, [path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  let begun: unknown = 'nothing';
  const giveUp = () => child.kill('SIGKILL');
  let timer = setTimeout(giveUp, patienceMs);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(giveUp, patienceMs);
    const told = JSON.parse(line) as Told;
    begun = told.begun ?? begun;
    if (told.asked !== undefined) counts[told.asked] = (counts[told.asked] ?? 0) + 1;
    for (const fault of told.faults ?? []) faults.push(`${JSON.stringify(begun)}: ${fault}`);
  }
  const code = await ended;
  clearTimeout(timer);
  if (code !== 0) faults.push(`${JSON.stringify(begun)}: ended with ${code ?? child.signalCode}`);
  return { counts, faults };
}
