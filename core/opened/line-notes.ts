import type { NoteRow } from '../contract/own-work.ts';
import { oneLine } from '../lines/one-line.ts';
import { readRevision } from '../project/changes.ts';
import { readText } from '../project/document-text.ts';
import { findDocument } from '../project/documents.ts';
import { listNotes, type StoredNote } from '../project/line-notes.ts';
import type { Hits } from '../query/hits.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

const notes = kept<readonly StoredNote[]>();

/** Every note on lines. A note changes nothing else that is remembered, so that its own key holds the revision. */
export const notesOf = (opened: Opened): readonly StoredNote[] =>
  opened.remember(notes, readRevision(opened.project.db), () => listNotes(opened.project.db));

/** Notes on the places at which hits begin, by the number of the hit. Of two notes that a new cut gave one token, the earlier counts. */
export function notesOnHits(opened: Opened, { starts }: Hits): ReadonlyMap<number, StoredNote> {
  const all = notesOf(opened);
  const found = new Map<number, StoredNote>();
  if (all.length === 0) return found;
  const corpus = corpusTokensOf(opened);
  const firstTokens = new Map(corpus.documents.map((id, text) => [id, corpus.starts[text]!]));
  for (const note of all) {
    const first = firstTokens.get(note.document);
    if (first === undefined || note.position === null) continue;
    const token = first + note.position;
    for (let hit = firstAt(starts, token); starts[hit] === token; hit++)
      if (!found.has(hit)) found.set(hit, note);
  }
  return found;
}

/** The first of ascending numbers that is not below one. */
function firstAt(numbers: Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** UTF-16 units to each side of a note. */
const around = 60;

/** Notes with what stands at their places, which a new cut does not change. */
export function noteRows({ project: { db } }: Opened, some: readonly StoredNote[]): readonly NoteRow[] {
  const names = new Map<number, { readonly name: string; readonly characters: number }>();
  return some.map(({ document, position, start, length, category, marked, hidden, note, changedAt }) => {
    const text = names.get(document) ?? findDocument(db, document) ?? { name: '', characters: 0 };
    names.set(document, text);
    const from = Math.max(0, start - around);
    const read = readText(db, document, from, Math.min(text.characters, start + length + around));
    return {
      documentId: document,
      document: text.name,
      position,
      left: oneLine(read.slice(0, start - from)),
      node: oneLine(read.slice(start - from, start - from + length)),
      right: oneLine(read.slice(start - from + length)),
      ...{ category, marked, hidden, note, changedAt },
    };
  });
}
