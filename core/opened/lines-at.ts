import type { ConcordanceLine } from '../contract/words.ts';
import { oneLine } from '../lines/one-line.ts';
import type { ReadDb } from '../project/connection.ts';
import { readText } from '../project/document-text.ts';
import { findDocument } from '../project/documents.ts';
import { readTokenWindows, type Occurrence } from '../project/occurrences.ts';

/** Places of the corpus as concordance lines, in the order given. @param width tokens to each side */
export function linesAt(db: ReadDb, occurrences: readonly Occurrence[], width: number): ConcordanceLine[] {
  const names = new Map<number, string>();
  const nameOf = (document: number) => {
    const name = names.get(document) ?? findDocument(db, document)?.name ?? '';
    names.set(document, name);
    return name;
  };
  return readTokenWindows(db, occurrences, { left: width, right: width }).map((window, index) => {
    const { document, position } = occurrences[index]!;
    const { start, nodeStart, nodeEnd, end } = window;
    const text = readText(db, document, start, end);
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
