import { kernelModule } from '../kernel/kernel-modules.ts';
import { roomIn, tokensKernel } from '../kernel/tokens-kernel.ts';
import { textReader } from '../project/document-text.ts';
import { readPlacedIds } from '../project/token-stream.ts';
import { typesOf, type Opened } from './opened.ts';

/**
 * Goes through the tokens of documents that are not written as the form they are counted under.
 * @param on told of each: which token of the document it is, and what is written
 */
export function differingForms(
  opened: Opened,
  documents: readonly number[],
  on: (text: number, token: number, written: string) => void,
): void {
  const { db } = opened.project;
  const { forms } = typesOf(opened);
  const { memory, call } = tokensKernel(kernelModule(opened.environment, 'tokens', 'strict'));
  const rooms = roomIn(memory);
  const starts = new Uint32Array(forms.length + 1);
  for (let type = 0; type < forms.length; type++) starts[type + 1] = starts[type]! + forms[type]!.length;
  const formStarts = rooms.room(starts.byteLength);
  const formUnits = rooms.room(starts[forms.length]! * 2);
  new Uint32Array(memory.buffer, formStarts, starts.length).set(starts);
  Buffer.from(memory.buffer).write(forms.join(''), formUnits, 'utf16le');
  const free = rooms.end();
  const readText = textReader(db);
  documents.forEach((document, number) => {
    for (const { first, count, ids, places, start, end } of readPlacedIds(db, document)) {
      const text = readText(document, start, end);
      rooms.backTo(free);
      const at = {
        ids: rooms.room(count * 4),
        places: rooms.room(places.length),
        text: rooms.room(text.length * 2),
        out: rooms.room(count * 12),
      };
      const bytes = Buffer.from(memory.buffer);
      bytes.set(ids, at.ids);
      bytes.set(places, at.places);
      bytes.write(text, at.text, 'utf16le');
      const found = call.differing(
        at.places,
        count,
        at.ids,
        start,
        at.text,
        text.length,
        formStarts,
        formUnits,
        at.out,
      );
      const told = new Uint32Array(memory.buffer, at.out, found * 3);
      for (let one = 0; one < found; one++) {
        const from = told[3 * one + 1]! - start;
        on(number, first + told[3 * one]!, text.slice(from, from + told[3 * one + 2]!));
      }
    }
  });
}
