/** One text in the markup of each reader, as a tree: a name and what stands in it. */
export type Tree = string | TreeNode;
export interface TreeNode extends ReadonlyArray<Tree> {
  /** Name and attributes. */
  readonly 0: string;
}

export interface Layout {
  readonly prefix: boolean;
  readonly indented: boolean;
  readonly selfClosing: boolean;
}

/** @param text elements of running text: white space in them counts */
export function xmlOf(
  tree: Tree,
  { prefix, indented, selfClosing }: Layout,
  text: ReadonlySet<string>,
  depth = 0,
): string {
  if (typeof tree === 'string') return tree.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [tag] = tree as readonly [string];
  const content = tree.slice(1);
  const [name = '', ...attributes] = tag.split(' ');
  const full = prefix ? name.replace(/^(?:[a-z]+:)?/, (own) => (own === '' ? 'q:' : `q${own}`)) : name;
  const written = prefix ? attributes.map((one) => one.replace(/^(?!xml)([a-z]+):/, 'q$1:')) : attributes;
  const open = [full, ...written].join(' ');
  if (content.length === 0) return selfClosing ? `<${open}/>` : `<${open}></${full}>`;
  const isText = text.has(name);
  const space = indented && !isText ? `\n${' '.repeat(depth + 1)}` : '';
  const inner = content.map(
    (one) => `${space}${xmlOf(one, { prefix, indented: indented && !isText, selfClosing }, text, depth + 1)}`,
  );
  return `<${open}>${inner.join('')}${space === '' ? '' : `\n${' '.repeat(depth)}`}</${full}>`;
}

export const namespaces = (list: readonly (readonly [prefix: string, uri: string])[], prefix: boolean) =>
  list.map(([own, uri]) => {
    const written = prefix ? (own === '' ? ':q' : `:q${own}`) : own === '' ? '' : `:${own}`;
    return ` xmlns${written}="${uri}"`;
  });

export interface Kind {
  readonly name: string;
  readonly namespaces: readonly (readonly [prefix: string, uri: string])[];
  readonly tree: TreeNode;
  readonly text: string;
  readonly pack: (xml: string) => Uint8Array | string;
  readonly words: string;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
export const odf = (part: string) => `urn:oasis:names:tc:opendocument:xmlns:${part}:1.0`;
