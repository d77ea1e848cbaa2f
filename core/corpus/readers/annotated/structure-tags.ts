import { decodeXML } from 'entities/decode';

/** A tag of vertical text. */
export interface StructureTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly opens: boolean;
  /** An element without content opens and closes. */
  readonly closes: boolean;
}

const tag =
  /\s*<(?:!--(?:[^-]|-(?!->))*-->|[?!][^<>]*>|(\/?)([A-Za-z_][\w.:-]*)((?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*)?)(\/?)>)\s*/y;

/**
 * The tags of a line that holds nothing else, comments and declarations without any; undefined where it is a word, as `<` itself is one.
 */
export function tagsOf(line: string): readonly StructureTag[] | undefined {
  if (!/^\s*<[\w/!?]/.test(line)) return undefined;
  const found: StructureTag[] = [];
  for (let at = 0; at < line.length; at = tag.lastIndex) {
    tag.lastIndex = at;
    const [, closing, name, attributes = '', isEmpty] = tag.exec(line) ?? [];
    if (tag.lastIndex === 0) return undefined;
    if (name === undefined) continue;
    found.push({
      name,
      attributes: closing === '/' ? {} : attributesOf(attributes),
      opens: closing === '',
      closes: closing === '/' || isEmpty === '/' || attributes.endsWith('/'),
    });
  }
  return found;
}

/** More is no description of a text. */
const mostOfAttributes = 10_000;
const longestValue = 300;

function attributesOf(source: string): Record<string, string> {
  const found = [...source.slice(0, mostOfAttributes).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    found.map(
      ([, name, double, single]) =>
        [name!, unescaped(double ?? single ?? '').slice(0, longestValue)] as const,
    ),
  );
}

/** Entities of XML and numbers; a stroke that begins none stands for itself. */
export const unescaped = (text: string): string => (text.includes('&') ? decodeXML(text) : text);
