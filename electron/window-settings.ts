import { join } from 'node:path';
import * as v from 'valibot';
import type { WindowSettings } from '../core/contract/window.ts';
import { readJson, writeJson } from './json-file.ts';

const bounds = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

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
}

export function settingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  const read = () => v.parse(stored, readJson(path) ?? {});
  return {
    read,
    change(changed) {
      const next = { ...read(), ...changed };
      writeJson(path, next);
      return next;
    },
  };
}

export const shownSettings = ({ theme, language }: Stored): WindowSettings => ({ theme, language });
