import type { Metadata } from '../../metadata.ts';
import { recordingName } from './recording-name.ts';

/** Who speaks, by the code of the main lines. */
export interface ChatHeader {
  readonly fields: Metadata;
  readonly speakers: ReadonlyMap<string, Metadata>;
}

const plainFields: Readonly<Record<string, string>> = {
  Languages: 'languages',
  Location: 'location',
  Situation: 'situation',
  Activities: 'activities',
  Types: 'types',
  Transcriber: 'transcriber',
  PID: 'pid',
};

/** The parts of `@ID` (CHAT manual, 7.2). */
const parts = [
  'language',
  'corpus',
  'code',
  'age',
  'sex',
  'group',
  'SES',
  'role',
  'education',
  'custom',
] as const;

/** @param lines headers with what stands behind their colon, in the order of the file */
export function chatHeader(lines: readonly (readonly [name: string, value: string])[]): ChatHeader {
  const fields: Record<string, string> = {};
  const speakers = new Map<string, Record<string, string | number>>();
  const speaker = (code: string) => {
    const known = speakers.get(code) ?? {};
    speakers.set(code, known);
    return known;
  };
  for (const [name, value] of lines) {
    const field = plainFields[name];
    if (field !== undefined && value !== '') fields[field] ??= value.slice(0, mostOfAField);
    if (name === 'Date') fields['date'] ??= isoDate(value);
    if (name === 'Media') fields['recording'] ??= recordingName(value.split(',')[0]!.replaceAll('"', ''));
    if (name === 'Participants')
      for (const one of value.split(',')) {
        const [code, ...rest] = one.trim().split(/\s+/u);
        if (!code) continue;
        const role = rest.pop();
        Object.assign(speaker(code), {
          ...(rest.length === 0 ? {} : { name: rest.join(' ') }),
          ...(role === undefined ? {} : { role }),
        });
      }
    if (name === 'ID') {
      const values = value.split('|').map((part) => part.trim());
      const own = speaker(values[2] ?? '');
      parts.forEach((part, at) => {
        const here = values[at] ?? '';
        if (part !== 'code' && here !== '') own[part] = here.slice(0, mostOfAField);
      });
      const months = monthsOf(values[3] ?? '');
      if (months !== undefined) own['months'] = months;
    }
    const born = /^Birth of (\S+)$/u.exec(name)?.[1];
    if (born !== undefined) speaker(born)['born'] = isoDate(value);
  }
  return { fields, speakers };
}

const mostOfAField = 300;
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `28-JUL-2001` is 2001-07-28. */
function isoDate(written: string): string {
  const [, day, name = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(written.trim()) ?? [];
  const month = months.indexOf(name.toUpperCase()) + 1;
  if (day === undefined || month === 0) return written.trim();
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Age in months, by which texts can be chosen: `2;06.15` is 30.5 (a month of thirty days, as CLAN has it). */
function monthsOf(age: string): number | undefined {
  const [, years, more = '0', days = '0'] = /^(\d+);(\d*)\.?(\d*)$/.exec(age) ?? [];
  if (years === undefined) return undefined;
  return Math.round((Number(years) * 12 + Number(more) + Number(days) / 30) * 100) / 100;
}
