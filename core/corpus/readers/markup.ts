import { Parser } from 'htmlparser2';

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
  /** Empty elements that stand for a character. */
  readonly characters?: ReadonlyMap<string, string>;
  /** Elements whose white space counts as it is. */
  readonly verbatim?: ReadonlySet<string>;
  /** Where given, only text within these elements is of the text. */
  readonly within?: ReadonlySet<string>;
  /** White space with a line break between two elements ends a paragraph: for markup of which nothing is known. */
  readonly breaksAtLines?: boolean;
  /** Notes: they do not interrupt a sentence but stand at the end. */
  readonly notes?: ReadonlySet<string>;
}

/** Lines as they grow; paragraphs are set apart by an empty one. */
class Paragraphs {
  readonly #done: string[] = [];
  #open = '';

  add(text: string, verbatim: boolean): void {
    if (verbatim) {
      this.#open += text;
      return;
    }
    const narrow = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#open += this.#open === '' || /[\s]$/.test(this.#open) ? narrow.replace(/^ /, '') : narrow;
  }

  end(): void {
    if (this.#open === '') return;
    const text = this.#open.trimEnd();
    if (text.trim() !== '') this.#done.push(text);
    this.#open = '';
  }

  toString(): string {
    this.end();
    return this.#done.join('\n\n');
  }
}

/** The text of a document, without its markup. Entities are resolved, but none that the document declares itself. */
export function markupText(source: string, rules: MarkupRules): string {
  const body = new Paragraphs();
  const notes = new Paragraphs();
  let ignored = 0;
  let verbatim = 0;
  let within = rules.within === undefined ? 1 : 0;
  let inNote = 0;
  const here = () => (inNote > 0 ? notes : body);
  const count = (set: ReadonlySet<string> | undefined, name: string) => (set?.has(name) === true ? 1 : 0);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (rules.blocks.has(name)) here().end();
        if (ignored === 0 && rules.characters?.has(name) === true)
          here().add(charactersOf(rules.characters.get(name)!, attributes), true);
        ignored += count(rules.ignored, name);
        verbatim += count(rules.verbatim, name);
        within += count(rules.within, name);
        inNote += count(rules.notes, name);
      },
      ontext(text) {
        if (rules.breaksAtLines === true && /^\s*\n\s*$/.test(text)) here().end();
        else if (ignored === 0 && within > 0) here().add(text, verbatim > 0);
      },
      onclosetag(name) {
        if (rules.blocks.has(name) || rules.notes?.has(name) === true) here().end();
        ignored -= count(rules.ignored, name);
        verbatim -= count(rules.verbatim, name);
        within -= count(rules.within, name);
        inNote -= count(rules.notes, name);
      },
    },
    { xmlMode: rules.xml, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return [body.toString(), notes.toString()].filter((part) => part !== '').join('\n\n');
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
  let inNumber = 0;
  const keep = (field: string, text: string) => {
    const value = text.replace(/\s+/g, ' ').trim();
    if (value !== '') found[field] ??= value.slice(0, mostOfAField);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isOver ||= name === until;
        // Numbers of authority files stand beside a name in TEI.
        if (name === 'idno') inNumber += 1;
        if (isOver) return;
        for (const [attribute, value] of Object.entries(attributes)) {
          const field = wanted[`${name}@${attribute}`];
          if (field !== undefined) keep(field, value);
        }
        const field = wanted[name];
        if (field !== undefined && found[field] === undefined) open ??= { name, field, text: '' };
      },
      ontext(text) {
        if (inNumber === 0 && open !== null && open.text.length < mostOfAField) open.text += text;
      },
      onclosetag(name) {
        if (name === 'idno') inNumber -= 1;
        if (open?.name !== name) return;
        keep(open.field, open.text);
        open = null;
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  const ended = () => isOver;
  for (let at = 0; at < source.length && !ended(); at += fieldsPiece)
    parser.write(source.slice(at, at + fieldsPiece));
  parser.end();
  return found;
}

const fieldsPiece = 1 << 16;
const mostOfAField = 300;
