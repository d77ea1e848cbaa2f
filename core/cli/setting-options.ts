import { allowedOf, type Setting } from '../contract/settings/setting.ts';
import { choicesOf } from './choices.ts';
import type { Option, Reading } from './option.ts';
import { readChoice, readNumber, readText, readWordFile } from './readings.ts';

/** A number at whose end nobody arrives is no range for a person. */
const endless = 2 ** 31 - 1;

function says(row: Setting): string {
  const range = row.kind === 'number' && row.most < endless ? [allowedOf(row).replace('–', ' to ')] : [];
  const depends = 'depends' in row ? [`by default ${row.depends}`] : [];
  return [[row.says, ...range].join(', '), ...depends].join('; ');
}

/** The option of a setting, as its row in the table says. */
export function settingOption(
  row: Setting,
  path: readonly string[],
  prefix: string,
  kebabName: string,
): Option {
  const name = `${prefix}${row.option ?? kebabName}`;
  return { name, path, says: says(row), ...valueOf(row, `--${name}`), ...defaultOf(row) };
}

function valueOf(
  row: Setting,
  what: string,
): { readonly placeholder: string | null; readonly read: Reading } {
  switch (row.kind) {
    case 'number':
      return { placeholder: 'N', read: readNumber(what) };
    case 'choice':
      if (row.means !== undefined) return { placeholder: null, read: () => row.means };
      return { placeholder: choicesOf(row.of), read: readChoice(what, row.of) };
    case 'flag':
      return { placeholder: null, read: () => !row.byDefault };
    case 'words':
      return { placeholder: 'FILE', read: readWordFile };
    case 'name':
      return { placeholder: 'NAME', read: readText };
  }
}

function defaultOf(row: Setting): { readonly byDefault?: string } {
  if ('depends' in row) return {};
  const isTyped = row.kind === 'number' || (row.kind === 'choice' && row.means === undefined);
  return isTyped ? { byDefault: String(row.byDefault) } : {};
}
