import { mostOfAField } from './markup.ts';
import { parseMarkup } from './markup-parser.ts';

/** Where a value stands: the first that fits is the best. Names of elements around it, or `:` and a type. */
const wanted: Readonly<Record<string, readonly (readonly string[])[]>> = {
  title: [['titleStmt', 'title'], ['title']],
  author: [['titleStmt', 'author'], ['author']],
  // Of the text, not of the file: when it was written, when it was first printed, what was copied from.
  date: [
    ['creation', 'date'],
    ['sourceDesc', ':firstEdition', 'date'],
    ['sourceDesc', 'date'],
    ['publicationStmt', 'date'],
  ],
  published: [['publicationStmt', 'date']],
};

const dateAttributes = ['when', 'notBefore', 'from', 'notAfter', 'to'];

/**
 * What the header of a TEI document says of its text (TEI P5, chapter 2): title, author, `date` of the text and, where that is another one,
 * the date at which the file was `published`.
 */
export function teiHeader(source: string): Record<string, string> {
  const best = new Map<string, { readonly rank: number; readonly value: string }>();
  const path: { readonly name: string; readonly type: string }[] = [];
  let open: { readonly depth: number; text: string } | null = null;
  let isOver = false;
  /** Inside of an element, how far in. Numbers of authority files stand beside a name. */
  let inNumber = 0;

  const isAt = (step: string) =>
    path.some(({ name, type }) => (step.startsWith(':') ? type === step.slice(1) : name === step));
  function keep(text: string): void {
    const value = text.replace(/\s+/g, ' ').trim().slice(0, mostOfAField);
    if (value === '') return;
    const { name } = path[path.length - 1]!;
    for (const [field, places] of Object.entries(wanted)) {
      const rank = places.findIndex((steps) => steps.at(-1) === name && steps.every(isAt));
      if (rank >= 0 && rank < (best.get(field)?.rank ?? Infinity)) best.set(field, { rank, value });
    }
  }

  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        isOver ||= name === 'text';
        if (isOver) return;
        path.push({ name, type: attributes['type'] ?? '' });
        if (name === 'idno') inNumber += 1;
        // A date within an author is when he lived.
        if (open !== null) {
          // First and last names are elements of their own.
          open.text += ' ';
          return;
        }
        if (!/^(?:title|author|date)$/.test(name)) return;
        const given =
          name === 'date' ? dateAttributes.find((one) => attributes[one] !== undefined) : undefined;
        if (given === undefined) open = { depth: path.length, text: '' };
        else keep(attributes[given]!);
      },
      ontext(text) {
        if (open !== null && inNumber === 0 && open.text.length < mostOfAField) open.text += text;
      },
      onclosetag() {
        if (isOver) return;
        if (open?.depth === path.length) {
          keep(open.text);
          open = null;
        }
        if (path.pop()?.name === 'idno') inNumber -= 1;
      },
    },
    { xml: true, isOver: () => isOver },
  );
  const fields = Object.fromEntries([...best].map(([field, { value }]) => [field, value]));
  if (fields['published'] === fields['date']) delete fields['published'];
  return fields;
}
