/**
 * Vocabularies that are read by namespace, whatever prefix a document writes: their elements are called by the prefix that stands here.
 * Of all others the local name counts. The editions of one vocabulary (transitional, strict, of 2003) have one name.
 */
const vocabularies: readonly (readonly [prefix: string, namespace: RegExp])[] = [
  [
    'w',
    /(?:^http:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/.*wordprocessingml|office\/word\/2003\/wordml)/,
  ],
  ['m', /^http:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/.*officeDocument(?:\/2006)?\/math$/],
  ['mc', /^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\//],
  ['r', /^http:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/.*officeDocument(?:\/2006)?\/relationships$/],
  ['cp', /^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/metadata\/core-properties$/],
  ['pkg', /^http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage$/],
  ['o', /^urn:schemas-microsoft-com:office:office$/],
  ['v', /^urn:schemas-microsoft-com:vml$/],
  ['dc', /^http:\/\/purl\.org\/(?:dc\/elements\/1\.[01]|metadata\/dublin_core)\/?$/],
  ['dcterms', /^http:\/\/purl\.org\/dc\/terms\/?$/],
  ['epub', /^http:\/\/www\.idpf\.org\/2007\/ops$/],
  ['svg', /^http:\/\/www\.w3\.org\/2000\/svg$/],
  ['math', /^http:\/\/www\.w3\.org\/1998\/Math\/MathML$/],
  ['xlink', /^http:\/\/www\.w3\.org\/1999\/xlink$/],
  ['xml', /^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/],
];

/** OpenDocument names its parts in its namespaces: `urn:oasis:names:tc:opendocument:xmlns:text:1.0`, once `http://openoffice.org/2000/text`. */
const openDocument =
  /^(?:urn:oasis:names:tc:opendocument:xmlns:([\w-]+?)(?:-compatible)?:1\.\d|http:\/\/openoffice\.org\/2000\/(\w+))$/;
const openDocumentNames: Readonly<Record<string, string>> = {
  drawing: 'draw',
  'xsl-fo': 'fo',
  datastyle: 'number',
};

function prefixOf(namespace: string): string {
  const [, part, old] = openDocument.exec(namespace) ?? [];
  const name = part ?? old;
  if (name !== undefined) return openDocumentNames[name] ?? name;
  return vocabularies.find(([, known]) => known.test(namespace))?.[0] ?? '';
}

/** Prefixes that mean what they are used for where nobody declared them, or for something unknown. */
const usual = new Set([
  ...vocabularies.map(([prefix]) => prefix),
  ...'office text table draw style fo meta form number presentation script chart dr3d xmlns'.split(' '),
]);

/** What the prefixes of a document mean at one place of it. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names that were asked for in this scope. */
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
}

const outermost = (): Scope => ({
  prefixes: new Map([
    ['xml', 'xml'],
    ['xmlns', 'xmlns'],
  ]),
  elements: new Map(),
  attributes: new Map(),
});

/**
 * Names of elements and attributes by vocabulary and local name (Namespaces in XML 1.0).
 */
export class XmlNames {
  readonly #scopes: Scope[] = [outermost()];
  readonly #meanings = new Map<string, string>();

  /** Enters an element. @returns its attributes by name, without declarations of namespaces */
  enter(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const before = this.#scopes[this.#scopes.length - 1]!;
    let prefixes: Map<string, string> | null = null;
    let isPlain = true;
    for (const name in attributes) {
      if (!name.includes(':')) {
        if (name !== 'xmlns') continue;
        prefixes ??= new Map(before.prefixes);
        prefixes.set('', this.#meaning(attributes[name]!));
      } else if (name.startsWith('xmlns:')) {
        prefixes ??= new Map(before.prefixes);
        const prefix = name.slice(6);
        prefixes.set(prefix, this.#meaning(attributes[name]!) || (usual.has(prefix) ? prefix : ''));
      }
      isPlain = false;
    }
    const scope = prefixes === null ? before : { ...outermost(), prefixes };
    this.#scopes.push(scope);
    if (isPlain) return attributes;
    const named: Record<string, string> = {};
    for (const [name, value] of Object.entries(attributes))
      if (name !== 'xmlns' && !name.startsWith('xmlns:'))
        named[known(scope.attributes, name, () => nameIn(scope, name, false))] ??= value;
    return named;
  }

  leave(): void {
    if (this.#scopes.length > 1) this.#scopes.pop();
  }

  element(name: string): string {
    const scope = this.#scopes[this.#scopes.length - 1]!;
    return known(scope.elements, name, () => nameIn(scope, name, true));
  }

  #meaning(namespace: string): string {
    return known(this.#meanings, namespace, () => prefixOf(namespace));
  }
}

function known(names: Map<string, string>, name: string, find: () => string): string {
  let found = names.get(name);
  if (found === undefined) names.set(name, (found = find()));
  return found;
}

/** An attribute without prefix is in no namespace, whatever the namespace of its element. */
function nameIn({ prefixes }: Scope, name: string, isElement: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && !isElement) return name;
  const meaning = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  if (meaning === undefined && (colon < 0 || usual.has(name.slice(0, colon)))) return name;
  const local = name.slice(colon + 1);
  return meaning === undefined || meaning === '' ? local : `${meaning}:${local}`;
}
