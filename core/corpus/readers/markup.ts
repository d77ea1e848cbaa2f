import type { OutlinePart } from '../../contract/corpus.ts';
import { markupParser, parseBeginning } from './markup-parser.ts';

/** A set of element names, written with spaces between them. */
export const elements = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** How the text of one kind of markup is told from the rest. */
export interface MarkupRules {
  /** Names are told apart by case, and every element is closed. */
  readonly xml: boolean;
  /** Elements that stand on lines of their own. */
  readonly blocks: ReadonlySet<string>;
  /** Elements whose content is not of the text. */
  readonly ignored: ReadonlySet<string>;
  /** Elements that hold one text several times, and which of these do not count. */
  readonly alternatives?: ReadonlyMap<string, ReadonlySet<string> | 'all but the first'>;
  /** Empty elements that stand for a character. */
  readonly characters?: ReadonlyMap<string, string>;
  /** Elements whose white space counts as it is. */
  readonly verbatim?: ReadonlySet<string>;
  /** Where given, only text within these elements is of the text. */
  readonly within?: ReadonlySet<string>;
  /** White space with a line break between two elements ends a paragraph: for markup of which nothing is known. */
  readonly breaksAtLines?: boolean;
  /** Elements that say by an attribute that their paragraph goes on in the next one, as a large initial does. */
  readonly initials?: ReadonlyMap<string, string>;
  /** Notes: they do not interrupt a sentence but stand at the end. */
  readonly notes?: ReadonlySet<string>;
}

/** Lines as they grow; paragraphs are set apart by an empty one. */
class Paragraphs {
  readonly #done: string[] = [];
  #open = '';
  /** Asked of the last character only: a paragraph may grow by a million parts. */
  #endsInSpace = true;
  #heldEnds = 0;

  add(text: string, verbatim: boolean): void {
    const narrow = verbatim ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    const added = !verbatim && this.#endsInSpace && narrow.startsWith(' ') ? narrow.slice(1) : narrow;
    if (added === '') return;
    this.#open += added;
    this.#endsInSpace = /\s/.test(added.slice(-1));
  }

  /** The paragraph goes on in the next one. */
  goOn(): void {
    // It would end where it is closed and where the next is opened.
    this.#heldEnds = 2;
  }

  end(): void {
    if (this.#heldEnds > 0) {
      this.#heldEnds -= 1;
      return;
    }
    if (this.#open === '') return;
    const text = this.#open.trimEnd();
    if (text.trim() !== '') this.#done.push(text);
    this.#open = '';
    this.#endsInSpace = true;
  }

  toString(): string {
    this.#heldEnds = 0;
    this.end();
    return this.#done.join('\n\n');
  }
}

/** A stretch of a document with what its markup says of it. */
export interface MarkupPart {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The text of a document, without its markup. Entities are resolved, but none that the document declares itself. */
export function markupText(source: string, rules: MarkupRules): string {
  return markupParts(source, rules)
    .map(({ text }) => text)
    .join('\n\n');
}

/**
 * The text of each element of a name, or all of it in one where none is given; what stands outside of them comes first. Their
 * attributes are their fields, and so are type and number of the elements around them.
 */
export function markupParts(source: string, rules: MarkupRules, split?: string): MarkupPart[] {
  const parts: MarkupPart[] = [];
  const outside = newText();
  let here = outside;
  let ignored = 0;
  let verbatim = 0;
  let within = rules.within === undefined ? 1 : 0;
  let inNote = 0;
  let inSplit = 0;
  const around: Readonly<Record<string, string>>[] = [];
  const others = otherVersions(rules.alternatives);
  const paragraphs = () => (inNote > 0 ? here.notes : here.body);
  const count = (set: ReadonlySet<string> | undefined, name: string) => (set?.has(name) === true ? 1 : 0);
  const begin = (name: string, attributes: Readonly<Record<string, string>>) => {
    around.push(name === split ? fieldsOf(attributes) : placeOf(name, attributes));
    if (name !== split) return;
    inSplit += 1;
    if (inSplit === 1) here = newText();
  };
  const end = (name: string) => {
    if (name === split && inSplit > 0) {
      inSplit -= 1;
      if (inSplit === 0) {
        const fields = Object.assign({}, ...around) as Record<string, string>;
        parts.push({ text: textOf(here), fields });
        here = outside;
      }
    }
    around.pop();
  };
  const parser = markupParser(
    {
      onopentag(name, attributes) {
        if (rules.blocks.has(name)) paragraphs().end();
        if (split !== undefined) begin(name, attributes);
        if (ignored === 0 && rules.characters?.has(name) === true)
          paragraphs().add(charactersOf(rules.characters.get(name)!, attributes), true);
        const initial = rules.initials?.get(name);
        if (initial !== undefined && (attributes[initial] ?? 'none') !== 'none') paragraphs().goOn();
        ignored += count(rules.ignored, name) + others.begin(name);
        verbatim += count(rules.verbatim, name);
        within += count(rules.within, name);
        inNote += count(rules.notes, name);
      },
      ontext(text) {
        if (rules.breaksAtLines === true && text.includes('\n') && text.trim() === '') paragraphs().end();
        else if (ignored === 0 && within > 0) paragraphs().add(text, verbatim > 0);
      },
      onclosetag(name) {
        if (rules.blocks.has(name) || rules.notes?.has(name) === true) paragraphs().end();
        ignored -= count(rules.ignored, name) + others.end();
        verbatim -= count(rules.verbatim, name);
        within -= count(rules.within, name);
        inNote -= count(rules.notes, name);
        if (split !== undefined) end(name);
      },
    },
    { xmlMode: rules.xml, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  const rest = { text: textOf(outside), fields: {} };
  return split === undefined || rest.text !== '' ? [rest, ...parts] : parts;
}

/** Tells of each element whether it is another version of what stands beside it: 1 if so. */
function otherVersions(alternatives: MarkupRules['alternatives']) {
  if (alternatives === undefined) return { begin: () => 0, end: () => 0 };
  const open: { readonly name: string; children: number; readonly isOther: 0 | 1 }[] = [];
  return {
    begin(name: string): 0 | 1 {
      const parent = open[open.length - 1];
      const rule = parent && alternatives.get(parent.name);
      const isOther =
        rule !== undefined && (rule === 'all but the first' ? parent!.children > 0 : rule.has(name)) ? 1 : 0;
      if (parent !== undefined) parent.children += 1;
      open.push({ name, children: 0, isOther });
      return isOther;
    },
    end: (): 0 | 1 => open.pop()?.isOther ?? 0,
  };
}

const newText = () => ({ body: new Paragraphs(), notes: new Paragraphs() });

const textOf = ({ body, notes }: ReturnType<typeof newText>): string =>
  [body.toString(), notes.toString()].filter((part) => part !== '').join('\n\n');

/** Attributes without those that only link to other places. */
const fieldsOf = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !/^xmlns|^(?:rend|rendition|facs|style|corresp|next|prev)$/.test(name))
      .map(([name, value]) => [name.replace(/^xml:/, ''), value.slice(0, mostOfAField)]),
  );

/** `<div type="act" n="2">` around something is a field: div, “act 2”. */
function placeOf(name: string, { type, n }: Readonly<Record<string, string>>): Record<string, string> {
  const place = [type, n].filter((value) => value !== undefined && value !== '').join(' ');
  return place === '' ? {} : { [name]: place.slice(0, mostOfAField) };
}

/** How often each element occurs within `within`; the most frequent first, at most forty. */
export function markupElements(source: string, within?: ReadonlySet<string>): OutlinePart[] {
  const counts = new Map<string, number>();
  let inside = within === undefined ? 1 : 0;
  const parser = markupParser(
    {
      onopentag(name) {
        if (inside > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
        if (within?.has(name) === true) inside += 1;
      },
      onclosetag(name) {
        if (within?.has(name) === true) inside -= 1;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(source);
  parser.end();
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 40);
}

/** More than that is layout by means of spaces. */
const mostSpaces = 100;

/** ODF writes several spaces as one element with a count. */
function charactersOf(character: string, attributes: Readonly<Record<string, string>>): string {
  const times = Number(attributes['text:c'] ?? 1);
  return character.repeat(Number.isInteger(times) && times > 0 ? Math.min(times, mostSpaces) : 1);
}

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
  let open: { readonly name: string; readonly field: string; text: string } | null = null;
  let isOver = false;
  const keep = (field: string, text: string) => {
    const value = text.replace(/\s+/g, ' ').trim();
    if (value !== '') found[field] ??= value.slice(0, mostOfAField);
  };
  const parser = markupParser(
    {
      onopentag(name, attributes) {
        isOver ||= name === until;
        if (isOver) return;
        for (const [attribute, value] of Object.entries(attributes)) {
          const field = wanted[`${name}@${attribute}`];
          if (field !== undefined) keep(field, value);
        }
        const field = wanted[name];
        if (field !== undefined && found[field] === undefined) open ??= { name, field, text: '' };
      },
      ontext(text) {
        if (open !== null && open.text.length < mostOfAField) open.text += text;
      },
      onclosetag(name) {
        if (open?.name !== name) return;
        keep(open.field, open.text);
        open = null;
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parseBeginning(parser, source, () => isOver);
  return found;
}

/** Characters of a field. */
export const mostOfAField = 300;
