import { textDecoder } from './text-decoder.ts';

/** What stands in a text where bytes did not fit: the replacement character. */
export const strange = '\ufffd';

const written = new Map([
  ['utf-8', [0xef, 0xbf, 0xbd]],
  ['utf-16le', [0xfd, 0xff]],
  ['utf-16be', [0xff, 0xfd]],
  ['utf-32le', [0xfd, 0xff, 0, 0]],
  ['utf-32be', [0, 0, 0xff, 0xfd]],
  ['gb18030', [0x84, 0x31, 0xa4, 0x37]],
  ['gbk', [0x84, 0x31, 0xa4, 0x37]],
]);

/** How an encoding writes U+FFFD itself; most have no way to. */
export function ownStrange(name: string): Uint8Array | undefined {
  const bytes = written.get(name);
  return bytes && Uint8Array.from(bytes);
}

/** A sequence of bytes that did not fit. */
export interface Damage {
  /** Offset of its first byte in the block. */
  readonly at: number;
  /** Line ends in the block before it. */
  readonly lines: number;
}

const shortPiece = 64;
const longestLine = 4096;

/** Encodings in which what a byte means depends on what came before it in the line. */
export const switchesSets = (name: string): boolean => /^(?:iso-2022|hz)/.test(name);

/**
 * The first places in a block of whole characters where bytes do not fit.
 * Pieces of the block are decoded by prefixes: each tells which byte completed which character.
 */
export function findDamage(block: Uint8Array, name: string, most: number): readonly Damage[] {
  const found: Damage[] = [];
  const lines = lineCounter();
  for (let from = 0; from < block.length && found.length < most;) {
    const piece = block.subarray(from, from + pieceLength(block, from, name));
    const text = decoded(piece, name);
    const places = text.includes(strange) ? placesIn(piece, text, name) : [];
    for (const { at, before } of places.slice(0, most - found.length))
      found.push({ at: from + at, lines: lines.after(text.slice(0, before)) });
    lines.add(text);
    from += piece.length;
  }
  return found;
}

function lineCounter() {
  let count = 0;
  let last = '';
  const after = (text: string) => count + ((last + text).match(/\r\n|\n|\r(?!\n)/gu)?.length ?? 0);
  return {
    after,
    add(text: string): void {
      // A carriage return waits for what follows.
      const kept = text.endsWith('\r') ? text.slice(0, -1) : text;
      count = after(kept);
      last = text.endsWith('\r') ? '\r' : '';
    },
  };
}

/** Up to the last sign that is never part of another character, or to a place where nothing is left open. */
function pieceLength(block: Uint8Array, from: number, name: string): number {
  const rest = block.subarray(from);
  if (rest.length <= shortPiece) return rest.length;
  if (name.startsWith('utf-16')) {
    const high = rest[shortPiece - (name === 'utf-16le' ? 1 : 2)]!;
    return high >= 0xd8 && high < 0xdc ? shortPiece - 2 : shortPiece;
  }
  if (name.startsWith('utf-32')) return shortPiece;
  if (switchesSets(name)) {
    const end = rest.subarray(0, longestLine).indexOf(10) + 1;
    return end === 0 ? Math.min(rest.length, longestLine) : end;
  }
  for (let length = shortPiece; length > 0; length -= 1) if (rest[length - 1]! < 0x30) return length;
  for (let length = shortPiece; length < Math.min(rest.length, 4 * shortPiece); length += 1)
    if (nothingOpen(rest.subarray(0, length), name)) return length;
  return Math.min(rest.length, 4 * shortPiece);
}

/** Whether no character has begun and not ended after these bytes, which begin with a whole one. */
export function nothingOpen(bytes: Uint8Array, name: string): boolean {
  const decoder = textDecoder(name);
  decoder.decode(bytes, { stream: true });
  try {
    return decoder.decode() === '';
  } catch {
    return false;
  }
}

/** Offsets of damaged sequences in a short piece, with the UTF-16 units before them. */
function placesIn(piece: Uint8Array, text: string, name: string): { at: number; before: number }[] {
  const own = ownStrange(name);
  const units = Array.from(piece, (_, at) => unitsOf(piece.subarray(0, at + 1), name));
  const places: { at: number; before: number }[] = [];
  let start = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    // The byte that completed this character, or the end where nothing did.
    const done = units.findIndex((count) => count > unit);
    const end = done < 0 ? piece.length : done + 1;
    const isStrange = text[unit] === strange;
    const isOwn = own !== undefined && Buffer.compare(own, piece.subarray(start, end)) === 0;
    const damaged = isStrange && !isOwn;
    if (damaged) places.push({ at: start, before: unit });
    // A byte that ended a damaged sequence by not belonging to it begins the next one.
    const stays = damaged && end - start > 1 && done >= 0;
    start = units[end - 1] === unit + 1 && !stays ? end : Math.max(start + (damaged ? 1 : 0), end - 1);
    start = Math.min(start, piece.length - 1);
  }
  return places;
}

function unitsOf(bytes: Uint8Array, name: string): number {
  return textDecoder(name).decode(bytes, { stream: true }).length;
}

const decoded = (bytes: Uint8Array, name: string) => textDecoder(name).decode(bytes);
