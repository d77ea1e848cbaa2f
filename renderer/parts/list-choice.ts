/** Without capitals and marks: `français` is found by `Francais`. */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('und');

/** Those of a list whose name or value has every part that is looked for; names that begin with it first. */
export function offeredFor<T extends string>(
  options: readonly { readonly value: T; readonly name: string }[],
  query: string,
  chosen: T,
): readonly { readonly key: T; readonly name: string; readonly group: ''; readonly isChosen: boolean }[] {
  const parts = plain(query)
    .split(/\s+/)
    .filter((part) => part !== '');
  const begins = ({ value, name }: { value: string; name: string }) =>
    parts[0] !== undefined && (plain(name).startsWith(parts[0]) || plain(value).startsWith(parts[0]));
  const fit = options.filter(({ value, name }) =>
    parts.every((part) => plain(`${name} ${value}`).includes(part)),
  );
  return [...fit.filter(begins), ...fit.filter((one) => !begins(one))].map(({ value, name }) => ({
    key: value,
    name,
    group: '',
    isChosen: value === chosen,
  }));
}

/** Width of a field in which a name can be read: wide signs take twice the room of letters. */
export function roomFor(name: string): string {
  const signs = Array.from(name).reduce((sum, sign) => sum + (/[\u1100-\uFFDC]/u.test(sign) ? 2 : 1), 0);
  return `${Math.min(34, Math.max(12, signs + 5))}ch`;
}
