/** Pictures of one icon, PNG, by their size in pixels. */
type Pictures = ReadonlyMap<number, Buffer>;

const icoSizes = [16, 24, 32, 48, 64, 128, 256];

/** An icon file of Windows: a directory of 16 bytes for each picture, then the PNGs (understood since Windows Vista). */
export function icoFile(pictures: Pictures): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(icoSizes.length, 4);
  let offset = 6 + 16 * icoSizes.length;
  const entries = icoSizes.map((size) => {
    const { length } = pictures.get(size)!;
    const entry = Buffer.alloc(16);
    // A zero stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...icoSizes.map((size) => pictures.get(size)!)]);
}

/** Apple’s names of the sizes; those from ic11 on are for screens of double density. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;

/** An icon file of macOS: each picture behind its name and its length. */
export function icnsFile(pictures: Pictures): Buffer {
  const parts = icnsTypes.map(([type, size]) => {
    const picture = pictures.get(size)!;
    return Buffer.concat([chunkHeader(type, picture.length), picture]);
  });
  const content = Buffer.concat(parts);
  return Buffer.concat([chunkHeader('icns', content.length), content]);
}

function chunkHeader(type: string, contentBytes: number): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(contentBytes + 8, 4);
  return header;
}
