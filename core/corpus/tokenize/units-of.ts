/** The UTF-16 units of a text: a string that was put together from others is slow to read unit by unit. */
export function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, text.length);
}

/** Reads the units of one text after the other into the same memory: they are good until the next text is read. */
export function unitsReader(): (text: string) => Uint16Array {
  let memory = Buffer.alloc(0);
  return (text) => {
    if (memory.byteLength < text.length * 2) memory = Buffer.alloc(text.length * 3);
    memory.write(text, 0, 'utf16le');
    return new Uint16Array(memory.buffer, memory.byteOffset, text.length);
  };
}

/** Units of the line end at a place: CR LF is one. */
export const lineEndLength = (units: Uint16Array, at: number): number =>
  units[at] === 13 && units[at + 1] === 10 ? 2 : 1;
