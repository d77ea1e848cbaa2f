import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { readJson, writeJson } from './whole-file.ts';

const entries = v.array(v.object({ path: v.string(), openedAt: v.number() }));
const mostEntries = 12;

export interface RecentEntry {
  readonly path: string;
  readonly name: string;
  /** Name of the folder it lies in. */
  readonly folder: string;
  readonly openedAt: number;
}

/** Projects that were opened last, newest first; those that are gone are not shown. */
export function recentProjects(folder: string) {
  const file = join(folder, 'recent.json');
  const read = () => v.safeParse(entries, readJson(file));
  const all = () => {
    const found = read();
    return found.success ? found.output : [];
  };
  return {
    list: (): RecentEntry[] =>
      all()
        .filter(({ path }) => existsSync(path))
        .map(({ path, openedAt }) => ({
          path,
          openedAt,
          name: basename(path),
          folder: basename(dirname(path)),
        })),
    add(path: string, now: number): void {
      const others = all().filter((entry) => resolve(entry.path) !== resolve(path));
      try {
        writeJson(file, [{ path, openedAt: now }, ...others].slice(0, mostEntries));
      } catch {
        // The project is open all the same; it only will not be in the list.
      }
    },
  };
}
