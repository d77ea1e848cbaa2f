import { kernelModule } from '../kernel/kernel-modules.ts';
import { roomIn, tokensKernel } from '../kernel/tokens-kernel.ts';
import { textBytesReader } from '../project/document-text.ts';
import { placesReader } from '../project/token-stream.ts';
import { cutShort } from '../project/varints.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { typesOf, type Opened } from './opened.ts';

/** Numbers of four bytes that are kept of each type: where another way of writing it stands, its units, and its number. */
const ofVariant = 3;
/** Ways of writing take no more room than this many units in the kernel; those behind them are asked for each time. */
const mostUnits = 1 << 22;

/**
 * Every token by how it is written: the number of its type where that is the form it is counted under, and else the one that `numberOf` gives.
 * @param numberOf asked of each way of writing a type, and again where there are several of one type
 * @throws AppError E_DAMAGED when places of tokens are cut short
 */
export function writtenIds(opened: Opened, numberOf: (written: string) => number): Uint32Array {
  const { documents, starts, ids: counted } = corpusTokensOf(opened);
  const { forms } = typesOf(opened);
  const { memory, call } = tokensKernel(kernelModule(opened.environment, 'tokens', 'strict'));
  const rooms = roomIn(memory);
  const table = formTable(forms, rooms, memory);
  const variants = rooms.room(forms.length * ofVariant * 4);
  new Uint32Array(memory.buffer, variants, forms.length * ofVariant).fill(0);
  const variantUnits = rooms.room(mostUnits * 2);
  let units = 0;
  const extent = rooms.room(8);
  const free = rooms.end();
  const placesOf = placesReader(opened.project.db);
  const textOf = textBytesReader(opened.project.db);
  // Where nothing differs, as in texts of small letters, the numbers of the types are those of what is written.
  let ids = counted;
  documents.forEach((document, number) => {
    for (const { first, count, places } of placesOf(document)) {
      rooms.backTo(free);
      const from = starts[number]! + first;
      let own = ids.subarray(from, Math.min(from + count, starts[number + 1]!));
      const placesAt = rooms.room(places.length);
      Buffer.from(memory.buffer).set(places, placesAt);
      if (call.extentOf(placesAt, places.length, own.length, extent) === 0) throw cutShort();
      const [start, end] = new Uint32Array(memory.buffer, extent, 2);
      const text = decoded(textOf(document, start!, end!));
      const idsAt = rooms.room(own.byteLength);
      const out = rooms.room(own.length * 12);
      new Uint32Array(memory.buffer, idsAt, own.length).set(own);
      const found = call.differing(
        ...[placesAt, own.length, idsAt],
        ...[text.from, text.at, text.units],
        ...[table.starts, table.units, variants, out],
      );
      const written = new Uint32Array(memory.buffer, idsAt, own.length);
      if (ids === counted && found === 0) continue;
      if (ids === counted) ids = counted.slice();
      own = ids.subarray(from, from + own.length);
      own.set(written);
      const told = new Uint32Array(memory.buffer, out, found * 3);
      for (let one = 0; one < found; one++)
        learn(own, text, told[3 * one]!, told[3 * one + 1]!, told[3 * one + 2]!);
    }
  });
  return ids;

  /** Pieces of a text one behind the other, as UTF-16. */
  function decoded(pieces: ReturnType<typeof textOf>) {
    const from = pieces[0]?.start ?? 0;
    const last = pieces.at(-1);
    const length = last === undefined ? 0 : last.start + last.characters - from;
    const at = rooms.room(length * 2);
    const behind = rooms.end();
    for (const piece of pieces) {
      const bytes = rooms.room(piece.text.length);
      Buffer.from(memory.buffer).set(piece.text, bytes);
      call.decodeUtf8(bytes, piece.text.length, at + (piece.start - from) * 2, piece.characters);
      rooms.backTo(behind);
    }
    return { from, at, units: length };
  }

  /** A token that is written in a way that the kernel does not know of its type. */
  function learn(
    own: Uint32Array,
    text: ReturnType<typeof decoded>,
    token: number,
    start: number,
    length: number,
  ): void {
    const type = own[token]!;
    const at = text.at + (start - text.from) * 2;
    const isInside = start >= text.from && start + length <= text.from + text.units;
    const bytes = Buffer.from(memory.buffer);
    const written = isInside ? bytes.toString('utf16le', at, at + length * 2) : '';
    own[token] = numberOf(written);
    const variant = new Uint32Array(memory.buffer, variants + type * ofVariant * 4, ofVariant);
    if (!isInside || variant[1] !== 0 || units + length > mostUnits) return;
    bytes.copyWithin(variantUnits + units * 2, at, at + length * 2);
    variant.set([variantUnits + units * 2, length, own[token]]);
    units += length;
  }
}

/** Forms one behind the other, and where each begins. */
function formTable(forms: readonly string[], rooms: ReturnType<typeof roomIn>, memory: WebAssembly.Memory) {
  const begins = new Uint32Array(forms.length + 1);
  for (let type = 0; type < forms.length; type++) begins[type + 1] = begins[type]! + forms[type]!.length;
  const starts = rooms.room(begins.byteLength);
  const units = rooms.room(begins[forms.length]! * 2);
  new Uint32Array(memory.buffer, starts, begins.length).set(begins);
  Buffer.from(memory.buffer).write(forms.join(''), units, 'utf16le');
  return { starts, units };
}
