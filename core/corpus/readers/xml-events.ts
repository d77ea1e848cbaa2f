import { lineAt, malformed } from './malformed.ts';
import { parseMarkup } from './markup-parser.ts';

/** What is told of an XML file in its order; names are without prefixes, but for attributes of `xml:`. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const name in attributes)
    if (name.includes(':') && !name.startsWith('xml:'))
      return Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [
          key.startsWith('xml:') ? key : localName(key),
          value,
        ]),
      );
  return attributes;
}

/**
 * Reads an XML file that is data more than text, as strictly as the program that wrote it.
 * @param format as errors are to call it
 * @throws AppError E_FILE_MALFORMED where elements are not closed as they were opened; E_FILE_UNREADABLE
 */
export function readXml(source: string, format: string, handler: XmlHandler): void {
  let depth = 0;
  /** Whether nothing stands in the innermost element yet: it may close itself. */
  let isEmpty = false;
  const end = { isOver: false, isReached: false };
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        depth += 1;
        isEmpty = true;
        handler.open(localName(name), localAttributes(attributes));
      },
      ontext(text) {
        isEmpty = false;
        handler.text(text);
      },
      onclosetag(name, isImplied) {
        const isUnclosed = isImplied && !isEmpty;
        // Whoever wrote the next end meant another element.
        if (isUnclosed && !end.isOver) throw malformed(format, lineOfMismatch(source), 'element-open');
        depth -= 1;
        isEmpty = false;
        if (depth === 0 && !isUnclosed) end.isReached = true;
        handler.close(localName(name));
      },
      onend: () => void (end.isOver = true),
    },
    { xml: true },
  );
  if (!end.isReached) throw malformed(format, lineAt(source, source.length), 'cut-off');
}

const tags =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([^\s/>"'<!?]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** The line of the first end that is not that of the element which is open there. */
function lineOfMismatch(source: string): number {
  const open: string[] = [];
  for (const { 0: tag, 1: closing, 2: name, index } of source.matchAll(tags)) {
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) return lineAt(source, index);
    } else if (!tag.endsWith('/>')) open.push(name);
  }
  return lineAt(source, source.length);
}
