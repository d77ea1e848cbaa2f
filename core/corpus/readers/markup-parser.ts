import { Parser } from 'htmlparser2';
import { AppError } from '../../contract/errors.ts';
import { withoutDoctype, withoutReferences } from './xml-entities.ts';
import { XmlNames } from './xml-names.ts';

/** Deeper than any text, also where nobody closed what was opened; what a parser does for each level grows with it. */
const mostLevels = 5_000;

/** What is told of a document, in its order. */
export interface MarkupHandler {
  onopentag?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** All that stands between two tags: comments and sections of character data do not divide it. */
  ontext?(text: string): void;
  /** @param isImplied nobody wrote it */
  onclosetag?(name: string, isImplied: boolean): void;
  /** All is read: what is still open is closed from here on. */
  onend?(): void;
}

export interface MarkupOptions {
  /** XML, whose elements are called by vocabulary and local name, whatever their prefix; otherwise HTML, with all that browsers forgive. */
  readonly xml: boolean;
  /** Asked now and then: what is looked for stands at the beginning of documents that may be long. */
  readonly isOver?: () => boolean;
}

/**
 * Reads markup. Of the entities that a document declares, those for characters are resolved; nothing else that it names is looked at.
 * @throws AppError E_FILE_UNREADABLE where elements are nested too deep
 */
export function parseMarkup(source: string, handler: MarkupHandler, { xml, isOver }: MarkupOptions): void {
  // One line end, however it is written (XML 1.0, section 2.11).
  const even = source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
  const { source: text, declared } = xml ? withoutDoctype(even) : { source: even, declared: none };
  const names = new XmlNames();
  const open: { readonly tag: string; readonly name: string }[] = [];
  /** Text since the last tag: what is resolved, and what follows it and is not. */
  let run = '';
  let raw = '';
  let isData = false;
  const decoded = (value: string) => (xml ? withoutReferences(value, declared) : value);
  const endRun = () => {
    if (raw !== '') run += decoded(raw);
    raw = '';
    if (run !== '') handler.ontext?.(run);
    run = '';
  };
  const parser = new Parser(
    {
      onopentag(tag, given) {
        endRun();
        if (open.length >= mostLevels) throw new AppError('E_FILE_UNREADABLE', { reason: 'nesting' });
        if (!xml) {
          open.push({ tag, name: tag });
          handler.onopentag?.(tag, given);
          return;
        }
        for (const name in given) if (given[name]!.includes('&')) given[name] = decoded(given[name]!);
        const attributes = names.enter(given);
        const name = names.element(tag);
        open.push({ tag, name });
        handler.onopentag?.(name, attributes);
      },
      onclosetag(tag, isImplied) {
        endRun();
        // A tag that the end of the document cut off is closed, but was never told.
        const last = open[open.length - 1];
        if (last?.tag !== tag) return;
        open.pop();
        if (xml) names.leave();
        handler.onclosetag?.(last.name, isImplied);
      },
      ontext(part) {
        if (isData) {
          run += decoded(raw) + part;
          raw = '';
        } else raw += part;
      },
      oncdatastart: () => void (isData = true),
      oncdataend: () => void (isData = false),
    },
    { xmlMode: xml, decodeEntities: !xml },
  );
  if (isOver === undefined) parser.write(text);
  else for (let at = 0; at < text.length && !isOver(); at += piece) parser.write(text.slice(at, at + piece));
  endRun();
  handler.onend?.();
  parser.end();
  endRun();
}

const none: ReadonlyMap<string, string> = new Map();
const piece = 1 << 16;
