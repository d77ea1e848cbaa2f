import { parseMarkup } from './markup-parser.ts';

/** What the elements of a document hold, as far as a document without its schema tells. */
export interface ElementContent {
  /** Whether the element of this number, counted from 0 in the order of the document, has no text of its own but elements. */
  hasNoText(number: number): boolean;
  /** Whether it has neither text nor elements. */
  isEmpty(number: number): boolean;
  /** Names of the elements within a watched one. */
  childrenOf(number: number): readonly string[] | undefined;
  /** Elements of this name hold a word each: no white space, and no elements. */
  isWordLike(name: string): boolean;
  /** Most elements of this name hold no text of their own. */
  isContainer(name: string): boolean;
}

interface Kind {
  count: number;
  withText: number;
  withWords: number;
  withElements: number;
}

/** A few of a thousand words may be written with a space. */
const hardlyEver = 0.02;
const half = 0.5;

/**
 * Looks through a document once.
 * @param watched name of elements of which it is kept what stands in them
 */
export function contentOf(source: string, watched?: string): ElementContent {
  let flags = new Uint8Array(1024);
  let count = 0;
  const kinds = new Map<string, Kind>();
  const children = new Map<number, string[]>();
  const open: {
    readonly number: number;
    readonly kind: Kind;
    hasText: boolean;
    hasWords: boolean;
    hasElements: boolean;
  }[] = [];
  const kindOf = (name: string): Kind => {
    let kind = kinds.get(name);
    if (kind === undefined)
      kinds.set(name, (kind = { count: 0, withText: 0, withWords: 0, withElements: 0 }));
    return kind;
  };
  parseMarkup(
    source,
    {
      onopentag(name) {
        const parent = open[open.length - 1];
        if (parent !== undefined) {
          parent.hasElements = true;
          children.get(parent.number)?.push(name);
        }
        if (name === watched) children.set(count, []);
        if (count === flags.length) {
          const larger = new Uint8Array(count * 2);
          larger.set(flags);
          flags = larger;
        }
        open.push({ number: count, kind: kindOf(name), hasText: false, hasWords: false, hasElements: false });
        count += 1;
      },
      ontext(text) {
        const here = open[open.length - 1];
        if (here === undefined) return;
        const inner = text.trim();
        if (inner === '') return;
        // Two stretches of text with an element between may be one word.
        here.hasText = true;
        here.hasWords ||= /\s/.test(inner);
      },
      onclosetag() {
        const { number, kind, hasText, hasWords, hasElements } = open.pop()!;
        kind.count += 1;
        if (hasText) kind.withText += 1;
        if (hasWords) kind.withWords += 1;
        if (hasElements) kind.withElements += 1;
        flags[number] = hasText ? 0 : hasElements ? 1 : 3;
      },
    },
    { xml: true },
  );
  return {
    hasNoText: (number) => ((flags[number] ?? 0) & 1) !== 0,
    isEmpty: (number) => ((flags[number] ?? 0) & 2) !== 0,
    childrenOf: (number) => children.get(number),
    isWordLike(name) {
      const kind = kinds.get(name);
      return kind !== undefined && kind.withWords + kind.withElements <= hardlyEver * kind.count;
    },
    isContainer(name) {
      const kind = kinds.get(name);
      return kind !== undefined && kind.withText < half * kind.count;
    },
  };
}
