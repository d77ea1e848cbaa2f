import { join } from 'node:path';
import * as v from 'valibot';
import type { WindowSettings } from '../core/contract/window.ts';
import { readJson, writeJson } from './whole-file.ts';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const bounds = v.object({ x: pixels, y: pixels, width: pixels, height: pixels });

/** What the page may change. */
export const changedSettings = v.strictObject({
  theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
  language: v.exactOptional(v.picklist(['system', 'en', 'zh'])),
});

const stored = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.fallback(v.picklist(['system', 'en', 'zh']), 'system'),
  bounds: v.fallback(v.nullable(bounds), null),
  maximized: v.fallback(v.boolean(), false),
});

type Stored = v.InferOutput<typeof stored>;

/** Settings of the window, in a file of the user-data folder. */
export interface SettingsFile {
  read(): Stored;
  change(changed: Partial<Stored>): Stored;
  /** Never fails: a window that cannot be remembered can still be closed. */
  keepBounds(bounds: Stored['bounds'], maximized: boolean): void;
}

export function settingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  const read = () => {
    const found = v.safeParse(stored, readJson(path));
    return found.success ? found.output : v.parse(stored, {});
  };
  const change = (changed: Partial<Stored>) => {
    const next = { ...read(), ...changed };
    writeJson(path, next);
    return next;
  };
  return {
    read,
    change,
    keepBounds(bounds, maximized) {
      try {
        change({ bounds, maximized });
      } catch {
        // The next window opens in the middle of the screen.
      }
    },
  };
}

export const shownSettings = ({ theme, language }: Stored): WindowSettings => ({ theme, language });
