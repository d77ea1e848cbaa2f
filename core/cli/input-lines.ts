/** Bytes of the longest line that is taken; a dictionary may have as many. */
export const longestLine = 64 << 20;

/**
 * The lines of a stream of bytes as they come, without what ends them; empty ones are left out. Null stands for a line that was too long: it is passed
 * over, and the next one is read again.
 */
export async function* inputLines(
  bytes: AsyncIterable<Uint8Array>,
  longest = longestLine,
): AsyncGenerator<string | null, void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const taken = () => {
    const line = length > longest ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/u, '');
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Uint8Array) => {
    length += part.length;
    // What is too long is counted and not kept.
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  for await (const piece of bytes) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      add(piece.subarray(from, end));
      from = end + 1;
      const line = taken();
      if (line?.trim() !== '') yield line;
    }
    if (from < piece.length) add(piece.subarray(from));
  }
  if (length === 0) return;
  const line = taken();
  if (line?.trim() !== '') yield line;
}
