import type { FieldCondition } from './corpus.ts';

/** Conditions out of one line: `author=Austen|Shelley; year=1811..1818`, either end of a range may be missing. */
export function conditionsOf(line: string): FieldCondition[] {
  return line
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [field = '', ...rest] = part.split('=');
      const value = rest.join('=').trim();
      const range = /^(.*?)\.\.(.*)$/u.exec(value);
      if (range === null) {
        const values = value === '' ? {} : { values: value.split('|').map((one) => one.trim()) };
        return { field: field.trim(), ...values };
      }
      const [from = '', to = ''] = range.slice(1).map((end) => end.trim());
      return {
        field: field.trim(),
        ...(from === '' ? {} : { from }),
        ...(to === '' ? {} : { to }),
      };
    });
}

/** Conditions as one line, as {@link conditionsOf} reads them; values in which its signs occur are for people's eyes only. */
export function lineOf(conditions: readonly FieldCondition[]): string {
  return conditions
    .map(({ field, values, from, to }) => {
      if (from !== undefined || to !== undefined) return `${field}=${from ?? ''}..${to ?? ''}`;
      return values === undefined ? field : `${field}=${values.join('|')}`;
    })
    .join('; ');
}

/** Whether two lists of conditions ask for the same, in whatever order they stand. */
export function sameConditions(one: readonly FieldCondition[], other: readonly FieldCondition[]): boolean {
  const written = (conditions: readonly FieldCondition[]) =>
    JSON.stringify(
      conditions
        .map(({ field, values, from, to }) =>
          JSON.stringify([field, values?.toSorted() ?? null, from ?? null, to ?? null]),
        )
        .sort(),
    );
  return written(one) === written(other);
}
