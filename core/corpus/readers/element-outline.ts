import type { Outline, OutlinePart } from '../../contract/import.ts';
import { selectorOf } from './element-selectors.ts';
import { parseMarkup } from './markup-parser.ts';

const mostParts = 60;
/** Attributes with more values name single elements rather than kinds of them. */
const mostValues = 12;
const longestValue = 40;

interface Seen {
  count: number;
  /** Occurrences of each value of each attribute; null where there are too many. */
  readonly attributes: Map<string, Map<string, number> | null>;
}

/**
 * The elements of a document and how often they occur, the most frequent first; also by the values of attributes that tell kinds of them
 * apart.
 * @param within where given, only elements within these count
 */
export function elementsOutline(
  source: string,
  {
    within,
    taken,
    split,
  }: { readonly within?: string; readonly taken: readonly string[]; readonly split?: string | undefined },
): Outline {
  const seen = new Map<string, Seen>();
  let inside = within === undefined ? 1 : 0;
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        if (inside > 0) note(seen, name, attributes);
        if (name === within) inside += 1;
      },
      onclosetag(name) {
        if (name === within) inside -= 1;
      },
    },
    { xml: true },
  );
  const parts = [...seen].flatMap(([name, one]) => [{ name, count: one.count }, ...kindsOf(name, one)]);
  parts.sort((a, b) => b.count - a.count);
  const most = parts.slice(0, mostParts);
  // What occurs once makes one text, which the file is anyhow.
  const splits = most.filter(({ count }) => count > 1).map(({ name }) => name);
  return { kind: 'elements', parts: most, taken, splits, ...(split === undefined ? {} : { split }) };
}

function note(seen: Map<string, Seen>, name: string, attributes: Readonly<Record<string, string>>): void {
  let one = seen.get(name);
  if (one === undefined) seen.set(name, (one = { count: 0, attributes: new Map() }));
  one.count += 1;
  for (const attribute in attributes) {
    let values = one.attributes.get(attribute);
    if (values === null) continue;
    if (values === undefined) one.attributes.set(attribute, (values = new Map()));
    const value = attributes[attribute]!;
    if (values.size >= mostValues && !values.has(value)) one.attributes.set(attribute, null);
    else values.set(value, (values.get(value) ?? 0) + 1);
  }
}

/** An attribute tells kinds of an element apart when it has a few values that come again. */
function kindsOf(name: string, { count, attributes }: Seen): (OutlinePart & { readonly count: number })[] {
  return [...attributes].flatMap(([attribute, values]) =>
    values === null || values.size < 2 || values.size >= count
      ? []
      : [...values]
          .filter(([value]) => value !== '' && value.length <= longestValue && !value.includes("'"))
          .map(([value, times]) => ({ name: selectorOf(name, attribute, value), count: times })),
  );
}
