/** Arrays of numbers and lists of strings by name, as one file holds them: read in place, without a copy. */
export interface PackedArrays {
  readonly bytes: (name: string) => Uint8Array;
  readonly u16: (name: string) => Uint16Array;
  readonly i16: (name: string) => Int16Array;
  readonly i32: (name: string) => Int32Array;
  /** UTF-16 text. */
  readonly text: (name: string) => string;
}

const magic = 0x31415046;
const alignment = 8;
const aligned = (length: number) => Math.ceil(length / alignment) * alignment;

/** Little-endian: a mark, the length of a JSON table of [offset, length] in bytes by name, the table, then the arrays on multiples of eight. */
export function packArrays(arrays: Readonly<Record<string, NodeJS.TypedArray | string>>): Buffer {
  const table: Record<string, readonly [number, number]> = {};
  const parts: Buffer[] = [];
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const bytes =
      typeof array === 'string'
        ? Buffer.from(array, 'utf16le')
        : Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    table[name] = [end, bytes.length];
    parts.push(bytes, Buffer.alloc(aligned(bytes.length) - bytes.length));
    end += aligned(bytes.length);
  }
  const head = Buffer.from(JSON.stringify(table));
  const start = Buffer.alloc(aligned(8 + head.length));
  start.writeUInt32LE(magic, 0);
  start.writeUInt32LE(head.length, 4);
  head.copy(start, 8);
  return Buffer.concat([start, ...parts]);
}

/** @throws RangeError where they are not whole */
export function unpackArrays(packed: Uint8Array): PackedArrays {
  const buffer = packed.byteOffset % alignment === 0 ? packed : Uint8Array.from(packed);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  if (view.byteLength < 8 || view.getUint32(0, true) !== magic) throw new RangeError('not packed arrays');
  const length = view.getUint32(4, true);
  const table = JSON.parse(Buffer.from(buffer.buffer, buffer.byteOffset + 8, length).toString()) as Readonly<
    Record<string, readonly [number, number]>
  >;
  const first = buffer.byteOffset + aligned(8 + length);
  const placeOf = (name: string) => {
    const place = table[name];
    if (place === undefined) throw new RangeError(`no array ${name}`);
    if (aligned(8 + length) + place[0] + place[1] > buffer.byteLength)
      throw new RangeError(`${name} is cut short`);
    return { at: first + place[0], bytes: place[1] };
  };
  return {
    bytes: (name) => new Uint8Array(buffer.buffer, placeOf(name).at, placeOf(name).bytes),
    u16: (name) => new Uint16Array(buffer.buffer, placeOf(name).at, placeOf(name).bytes / 2),
    i16: (name) => new Int16Array(buffer.buffer, placeOf(name).at, placeOf(name).bytes / 2),
    i32: (name) => new Int32Array(buffer.buffer, placeOf(name).at, placeOf(name).bytes / 4),
    text: (name) => Buffer.from(buffer.buffer, placeOf(name).at, placeOf(name).bytes).toString('utf16le'),
  };
}
