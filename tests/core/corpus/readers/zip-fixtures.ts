import { crc32 } from 'node:zlib';

/** An entry of an archive that need not be what it says. */
export interface OddEntry {
  readonly name: string | Uint8Array;
  readonly data: Buffer;
  readonly method?: number;
  readonly size?: number;
  readonly crc?: number;
  /** Where the directory says that it lies; its data are written only when this is left out. */
  readonly at?: number;
  readonly flags?: number;
}

/** A ZIP archive, written by the letter of its specification but for what its entries claim. */
export function zipOf(entries: readonly OddEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, method = 0, size = data.length, crc = crc32(data), at, flags = 0 } of entries) {
    const bytes = Buffer.from(name);
    const isWide = size >= 0xffffffff;
    if (at === undefined) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(flags, 6);
      local.writeUInt16LE(method, 8);
      local.writeUInt16LE(bytes.length, 26);
      parts.push(local, bytes, data);
    }
    const extra = Buffer.alloc(isWide ? 12 : 0);
    if (isWide) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(isWide ? 0xffffffff : size, 24);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(at ?? offset, 42);
    directory.push(entry, bytes, extra);
    if (at === undefined) offset += 30 + bytes.length + data.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...parts, list, ...endOf(entries.length, list.length, offset)]);
}

function endOf(count: number, length: number, start: number): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  if (count < 0xffff) return [end];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + length), 8);
  return [end64, locator, end];
}

/** Many entries with a word each, without an object for any of them. */
export function zipOfMany(count: number): Buffer {
  const word = Buffer.from('word');
  const local = zipOf([{ name: '00000000.txt', data: word }]);
  const [localLength, entryLength] = [30 + 12 + 4, 46 + 12];
  const bodies = Buffer.alloc(count * localLength);
  const list = Buffer.alloc(count * entryLength);
  for (let n = 0; n < count; n += 1) {
    const name = `${String(n).padStart(8, '0')}.txt`;
    local.copy(bodies, n * localLength, 0, localLength);
    bodies.write(name, n * localLength + 30, 'latin1');
    local.copy(list, n * entryLength, localLength, localLength + entryLength);
    list.write(name, n * entryLength + 46, 'latin1');
    list.writeUInt32LE(n * localLength, n * entryLength + 42);
  }
  return Buffer.concat([bodies, list, ...endOf(count, list.length, bodies.length)]);
}
