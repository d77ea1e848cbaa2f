import type { ConcordanceLine } from '../contract/words.ts';
import { oneLine } from '../lines/one-line.ts';
import type { ReadDb } from '../project/connection.ts';
import { textReader, type TextReader } from '../project/document-text.ts';
import { documentNames, findDocument } from '../project/documents.ts';
import { readTokenWindows, type Occurrence, type TokenWindow } from '../project/occurrences.ts';

/** A place of which a line is made. */
export interface LinePlace extends Occurrence {
  /** The line has whole sentences, with the signs before and behind their words. */
  readonly isWhole?: boolean;
}

/** Signs are no tokens: those that open a sentence stand before its first, those that end it behind its last. */
const opening = /[\p{Ps}\p{Pi}¿¡"']+$/u;
const closing = /^[\p{Po}\p{Pe}\p{Pf}\p{Pd}"']+/u;
const mostSigns = 8;

function withSigns(db: ReadDb, readText: TextReader, document: number, { start, end }: TokenWindow) {
  const characters = findDocument(db, document)?.characters ?? end;
  const before = readText(document, Math.max(0, start - mostSigns), start);
  const behind = readText(document, end, Math.min(characters, end + mostSigns));
  return {
    start: start - (opening.exec(before)?.[0].length ?? 0),
    end: end + (closing.exec(behind)?.[0].length ?? 0),
  };
}

/** Places of the corpus as concordance lines, in the order given. @param width tokens to each side */
export function linesAt(db: ReadDb, occurrences: readonly LinePlace[], width: number): ConcordanceLine[] {
  const names = new Map<number, string>();
  const stored = documentNames(db);
  const readText = textReader(db);
  const nameOf = (document: number) => {
    const name = names.get(document) ?? stored(document) ?? '';
    names.set(document, name);
    return name;
  };
  return readTokenWindows(db, occurrences, { left: width, right: width }).map((window, index) => {
    const { document, position, isWhole = false } = occurrences[index]!;
    const { nodeStart, nodeEnd } = window;
    const { start, end } = isWhole ? withSigns(db, readText, document, window) : window;
    const text = readText(document, start, end);
    return {
      documentId: document,
      document: nameOf(document),
      position,
      left: oneLine(text.slice(0, nodeStart - start)),
      node: oneLine(text.slice(nodeStart - start, nodeEnd - start)),
      right: oneLine(text.slice(nodeEnd - start)),
    };
  });
}
