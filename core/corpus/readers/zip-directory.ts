import { crc32, inflateRawSync } from 'node:zlib';
import { createDecoder } from '../decode.ts';
import { detectEncoding } from '../encodings.ts';

/** A file in a ZIP archive, as the directory at its end has it (APPNOTE.TXT 6.3.10, section 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the directory promises. */
  readonly size: number;
  readonly packedSize: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Of its local header. */
  readonly offset: number;
}

/** Why an archive or an entry cannot be read. */
export class ZipError extends Error {}

const signature = {
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  entry: 0x02014b50,
  local: 0x04034b50,
};
/** Systems that part folders by a backslash, which programs of theirs write against the rule: MS-DOS, OS/2, NTFS, VFAT (section 4.4.2). */
const backslashed: ReadonlySet<number> = new Set([0, 6, 10, 14]);
const endLength = 22;
const longestComment = 0xffff;
/** More than any corpus has in one archive; each costs a look, even when it is empty. */
const mostEntries = 100_000;

/**
 * The directory of an archive. Entries whose data overlap are refused: many could stand for the same bytes, and unpack to any size.
 * @throws ZipError
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = endOfDirectory(view);
  if (count > mostEntries) throw new ZipError(`${count} entries`);
  const raw: (Omit<ZipEntry, 'name'> & {
    readonly nameBytes: Uint8Array;
    readonly isUtf8: boolean;
    readonly isOfDos: boolean;
  })[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signature.entry)
      throw new ZipError('directory');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const wide = wideFields(view, at, at + 46 + nameLength, extraLength);
    raw.push({
      nameBytes: bytes.subarray(at + 46, at + 46 + nameLength),
      isUtf8: (flags & 0x800) !== 0,
      isOfDos: backslashed.has(view.getUint8(at + 5)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      ...wide,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  refuseOverlaps(raw, start);
  const decode = nameDecoder(raw.filter(({ isUtf8 }) => !isUtf8).map(({ nameBytes }) => nameBytes));
  return raw.map(({ nameBytes, isUtf8, isOfDos, ...entry }) => {
    const name = isUtf8 ? Buffer.from(nameBytes).toString('utf8') : decode(nameBytes);
    return { ...entry, name: isOfDos ? name.replaceAll('\\', '/') : name };
  });
}

function endOfDirectory(view: DataView): { readonly count: number; readonly start: number } {
  const least = Math.max(0, view.byteLength - endLength - longestComment);
  let at = view.byteLength - endLength;
  while (at >= least && view.getUint32(at, true) !== signature.end) at -= 1;
  if (at < least) throw new ZipError('no directory');
  const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  if (count !== 0xffff && start !== 0xffffffff) return { count, start };
  const locator = at - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signature.locator64) return { count, start };
  const end = Number(view.getBigUint64(locator + 8, true));
  if (end + 56 > view.byteLength || view.getUint32(end, true) !== signature.end64)
    throw new ZipError('directory');
  return {
    count: Number(view.getBigUint64(end + 32, true)),
    start: Number(view.getBigUint64(end + 48, true)),
  };
}

/** Sizes and place; those that do not fit 32 bits stand in an extra field. */
function wideFields(view: DataView, at: number, extra: number, extraLength: number) {
  const fields = [24, 20, 42].map((place) => view.getUint32(at + place, true));
  if (fields.includes(0xffffffff))
    for (let here = extra; here + 4 <= Math.min(extra + extraLength, view.byteLength);) {
      const length = view.getUint16(here + 2, true);
      if (view.getUint16(here, true) === 1) {
        let place = here + 4;
        fields.forEach((field, n) => {
          if (field !== 0xffffffff || place + 8 > Math.min(here + 4 + length, view.byteLength)) return;
          fields[n] = Number(view.getBigUint64(place, true));
          place += 8;
        });
      }
      here += 4 + length;
    }
  const [size = 0, packedSize = 0, offset = 0] = fields;
  return { size, packedSize, offset };
}

function refuseOverlaps(
  entries: readonly Pick<ZipEntry, 'offset' | 'packedSize'>[],
  directory: number,
): void {
  let end = 0;
  for (const { offset, packedSize } of entries.toSorted((a, b) => a.offset - b.offset)) {
    // A local header has at least 30 bytes.
    if (offset < end) throw new ZipError('overlap');
    end = offset + 30 + packedSize;
  }
  if (end > directory) throw new ZipError('overlap');
}

/** Names without the sign for UTF-8 are in whatever encoding the system of their writer had. */
function nameDecoder(names: readonly Uint8Array[]): (name: Uint8Array) => string {
  const { encoding } = detectEncoding(Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')])));
  return (name) => {
    const decoder = createDecoder(encoding, 0);
    return decoder.write(name) + decoder.end();
  };
}

/**
 * The bytes of an entry. Room is made for the promised size, and no more is unpacked.
 * @throws ZipError
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { offset, packedSize, size, method, isEncrypted, crc } = entry;
  if (isEncrypted) throw new ZipError('password');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signature.local)
    throw new ZipError('entry');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw new ZipError('entry');
  if (method !== 0 && method !== 8) throw new ZipError(`method ${method}`);
  const unpacked = method === 0 ? packed : inflated(packed, size);
  if (unpacked.length !== size || crc32(unpacked) !== crc) throw new ZipError('checksum');
  return unpacked;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new ZipError('entry', { cause: error });
  }
}
