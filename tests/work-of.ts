import { Session } from 'node:inspector/promises';

let session: Session | undefined;

/** Begun once, before the first look, and never ended: functions that ran without being counted go on without. */
async function counting(): Promise<Session> {
  if (session !== undefined) return session;
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return session;
}

/**
 * Counts what is done, the same on every computer: what this thread of the program repeats, not what the engine does in one search, SQLite in one
 * statement or a kernel in one call.
 * @returns how often blocks of the program and its libraries ran
 */
export async function workOf<T>(
  done: () => T | Promise<T>,
): Promise<{ readonly work: number; readonly result: T }> {
  const counted = await counting();
  await counted.post('Profiler.takePreciseCoverage');
  const result = await done();
  const { result: coverage } = await counted.post('Profiler.takePreciseCoverage');
  const counts = coverage
    .filter(({ url }) => /\/(?:core|node_modules)\//u.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
  return { work: counts.reduce((sum, count) => sum + count, 0), result };
}
