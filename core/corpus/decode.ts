import type { Replacement } from '../contract/import.ts';
import { findDamage, nothingOpen, ownStrange, strange, switchesSets } from './damage.ts';
import { encodingNamed, textDecoder } from './text-decoder.ts';

/** Turns the bytes of one text into characters, as they come. Line ends stay as they are. */
export interface Decoder {
  /** The characters that these bytes complete; never ends inside a surrogate pair. */
  write(bytes: Uint8Array): string;
  /** What was still open at the end. */
  end(): string;
  /** The first places, at most 20, where bytes did not fit and U+FFFD stands instead. */
  readonly replaced: readonly Replacement[];
  /** All such places. A U+FFFD that the text itself holds is none of them. */
  readonly replacedCount: number;
}

const mostReplacements = 20;
const nearEnd = 4096;
const longestCharacter = 4;

/**
 * Bytes are decoded in blocks that end between two characters. Nothing is left to the memory of the decoder at hand, which
 * fails in GB 18030 when few bytes complete more characters than there are bytes.
 * @param encoding any label that {@link encodingNamed} knows
 * @param bomLength bytes to leave out at the beginning
 * @throws AppError E_ENCODING_UNKNOWN
 */
export function createDecoder(encoding: string, bomLength: number): Decoder {
  const name = encodingNamed(encoding);
  const decoder = textDecoder(name);
  const replaced: Replacement[] = [];
  let toSkip = bomLength;
  let offset = bomLength;
  let open: Uint8Array = new Uint8Array(0);
  let count = 0;
  let line = 1;
  let afterReturn = false;

  function decodeBlock(block: Uint8Array): string {
    if (block.length === 0) return '';
    const text = decoder.decode(block);
    const wrong = text.includes(strange) ? countOf(text, strange) - ownIn(block, name) : 0;
    count += wrong;
    if (replaced.length < mostReplacements) {
      // A line end that was cut in two is one.
      if (afterReturn && text.startsWith('\n')) line -= 1;
      if (wrong > 0)
        for (const { at, lines } of findDamage(block, name, mostReplacements - replaced.length))
          replaced.push({ line: line + lines, byteOffset: offset + at, byte: block[at]! });
      line += lineEndsIn(text);
      afterReturn = text.endsWith('\r');
    }
    offset += block.length;
    return text;
  }

  return {
    replaced,
    get replacedCount() {
      return count;
    },
    write(bytes) {
      const skipped = Math.min(toSkip, bytes.length);
      toSkip -= skipped;
      const all = Buffer.concat([open, bytes.subarray(skipped)]);
      const end = lastBoundary(all, name);
      open = all.subarray(end);
      return decodeBlock(all.subarray(0, end));
    },
    end() {
      const rest = open;
      open = new Uint8Array(0);
      return decodeBlock(rest);
    },
  };
}

/** Places in a block where the source itself holds U+FFFD. */
function ownIn(block: Uint8Array, name: string): number {
  const written = ownStrange(name);
  if (written === undefined) return 0;
  const unit = name.startsWith('utf-16') ? 2 : name.startsWith('utf-32') ? 4 : 1;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let found = 0;
  for (let at = bytes.indexOf(written); at >= 0; at = bytes.indexOf(written, at + 1))
    if (at % unit === 0) found += 1;
  return found;
}

/** The last place between two characters. */
function lastBoundary(bytes: Uint8Array, name: string): number {
  const { length } = bytes;
  if (/^(?:windows|iso-8859|koi8|ibm8|macintosh|x-mac|x-user)/.test(name)) return length;
  if (name.startsWith('utf-16')) {
    const even = length & ~1;
    const high = bytes[name === 'utf-16le' ? even - 1 : even - 2] ?? 0;
    return high >= 0xd8 && high < 0xdc ? even - 2 : even;
  }
  if (name.startsWith('utf-32')) return length & ~3;
  // Only line ends lead back to ASCII for certain.
  if (switchesSets(name)) return bytes.lastIndexOf(10) + 1;
  // White space and signs before the digits are never part of another character.
  let start = length;
  while (start > 0 && bytes[start - 1]! >= 0x30) start -= 1;
  if (start > 0 && length - start < nearEnd) return start;
  for (let end = length; end > start && end > length - longestCharacter; end -= 1)
    if (nothingOpen(bytes.subarray(start, end), name)) return end;
  return start === 0 && length > nearEnd ? length : start;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** Line feeds, carriage returns, and both together as one. */
function lineEndsIn(text: string): number {
  let count = countOf(text, '\n');
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') count += 1;
  return count;
}
