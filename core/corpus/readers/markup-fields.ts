import { mostOfAField } from './markup.ts';
import { parseMarkup } from './markup-parser.ts';

/**
 * The content of the first element of each name, or an attribute of it (`date@when` before `date`), for metadata.
 * @param wanted field names by what is looked for
 * @param until an element at which looking ends
 */
export function markupFields(
  source: string,
  wanted: Readonly<Record<string, string>>,
  { xml = true, until }: { readonly xml?: boolean; readonly until?: string } = {},
): Record<string, string> {
  const found: Record<string, string> = {};
  let open: { readonly depth: number; readonly field: string; text: string } | null = null;
  let depth = 0;
  let isOver = false;
  const keep = (field: string, text: string) => {
    const value = text.replace(/\s+/g, ' ').trim();
    if (value !== '') found[field] ??= value.slice(0, mostOfAField);
  };
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        isOver ||= name === until;
        depth += 1;
        if (isOver) return;
        for (const [attribute, value] of Object.entries(attributes)) {
          const field = wanted[`${name}@${attribute}`];
          if (field !== undefined) keep(field, value);
        }
        // First and last names are elements of their own.
        if (open !== null) open.text += ' ';
        const field = wanted[name];
        if (field !== undefined && found[field] === undefined) open ??= { depth, field, text: '' };
      },
      ontext(text) {
        if (open !== null && open.text.length < mostOfAField) open.text += text;
      },
      onclosetag() {
        if (open?.depth === depth) {
          keep(open.field, open.text);
          open = null;
        }
        depth -= 1;
      },
    },
    { xml, isOver: () => isOver },
  );
  return found;
}
