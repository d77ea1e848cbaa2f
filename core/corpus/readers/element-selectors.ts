/** Whether an element of this name with these attributes is meant. */
export type Chooses = (name: string, attributes: Readonly<Record<string, string>>) => boolean;

const selector = /^\s*(?:([^\s:[\]]+):)?([^\s:[\]]+)\s*((?:\[[^\]]*\]\s*)*)$/u;
const condition = /\[\s*@([^\s=[\]]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s\]'"]+))\s*)?\]/gu;

/**
 * Chooses elements by name, and by attributes: `item[@type='txt']` as XPath has it; a prefix of the name does not count where the document
 * calls its elements without.
 */
export function chosenBy(selectors: readonly string[]): Chooses {
  const byName = new Map<string, (readonly [name: string, value: string | undefined][])[]>();
  for (const written of selectors) {
    const [, prefix, local, conditions = ''] = selector.exec(written) ?? [];
    // The choice may be one for files of other kinds, such as the name of a column.
    if (local === undefined) continue;
    const wanted = [...conditions.matchAll(condition)].map(
      ([, name, double, single, bare]): [string, string | undefined] => [name!, double ?? single ?? bare],
    );
    for (const name of prefix === undefined ? [local] : [local, `${prefix}:${local}`])
      byName.set(name, [...(byName.get(name) ?? []), wanted]);
  }
  return (name, attributes) =>
    byName
      .get(name)
      ?.some((wanted) =>
        wanted.every(
          ([attribute, value]) =>
            Object.hasOwn(attributes, attribute) && (value === undefined || attributes[attribute] === value),
        ),
      ) ?? false;
}

/** Written so that it can be read again. */
export const selectorOf = (name: string, attribute: string, value: string): string =>
  `${name}[@${attribute}='${value}']`;
