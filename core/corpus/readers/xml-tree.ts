import { readXml } from './xml-events.ts';

/** An element of XML. Names are without prefixes, but for attributes of `xml:`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Elements as they are being read. */
interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/**
 * All of an XML file that is data more than text, as a tree. Entities that it declares itself are not expanded.
 * @param format as errors are to call it
 * @throws AppError E_FILE_MALFORMED where elements are not closed as they were opened; E_FILE_UNREADABLE
 */
export function xmlTree(source: string, format: string): XmlElement {
  const top: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [top];
  readXml(source, format, {
    open(name, attributes) {
      const element: Growing = { name, attributes, children: [] };
      open[open.length - 1]!.children.push(element);
      open.push(element);
    },
    text: (text) => void open[open.length - 1]!.children.push(text),
    close: () => void open.pop(),
  });
  return top.children.find((child) => typeof child !== 'string')!;
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement);

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => child.name === name);

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsIn(element).find((child) => child.name === name);

/** All elements of these names within an element, in the order in which they begin; not those within one of them. */
export function outermost(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = elementsIn(element).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (names.includes(next.name)) found.push(next);
    else for (const child of elementsIn(next).toReversed()) open.push(child);
  return found;
}

/** All text within an element but that of some others. */
export function textWithin(element: XmlElement, without: ReadonlySet<string> = new Set()): string {
  const texts: string[] = [];
  const open: XmlNode[] = element.children.toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (!isElement(next)) texts.push(next);
    else if (!without.has(next.name)) for (const child of next.children.toReversed()) open.push(child);
  return texts.join('');
}

/** White space of markup as one space, none at the ends; spaces that do not break stay as they are. */
export const narrow = (text: string): string => text.replaceAll(/[ \t\r\n\f\v]+/g, ' ').replace(/^ | $/g, '');
