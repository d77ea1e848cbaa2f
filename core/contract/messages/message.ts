import { errorCodes, type ErrorDetails } from '../errors.ts';
import type { Messages } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Messages>> = { en, zh };

/** What happened, whether the work is safe and what to do next, in the reader's language. */
export function messageFor(failure: { code: string; details: ErrorDetails }, language: Language): string {
  const code = errorCodes.find((one) => one === failure.code) ?? 'E_INTERNAL';
  const details: Partial<Record<string, string>> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(failure.details)) details[name] = shown(value, language);
  return catalogues[language][code](details);
}

function shown(value: ErrorDetails[string], language: Language): string {
  if (typeof value === 'number') return value.toLocaleString(language, { maximumFractionDigits: 6 });
  if (typeof value === 'string') return value;
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(value);
}
