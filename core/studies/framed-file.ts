import { createHash } from 'node:crypto';

// A file of one line of JSON and then bytes. The line ends with a digest of everything: whoever copies it finds out whether it is whole.

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const newLine = 10;
/** No head is longer: a file of something else is not searched to its end. */
const longestHead = 65_536;

/** Digests are over the fields in their order, which JSON keeps. */
const digestOf = (head: object, body: Uint8Array) => sha256(`${JSON.stringify(head)}\n${sha256(body)}`);

export function framed(head: object, body: Uint8Array): Uint8Array {
  const line = JSON.stringify({ ...head, sha256: digestOf(head, body) });
  return Buffer.concat([Buffer.from(`${line}\n`), body]);
}

/** @returns null for bytes of which one is not as it was written; the body begins at a buffer of its own */
export function unframed(bytes: Uint8Array): { readonly head: unknown; readonly body: Uint8Array } | null {
  const end = bytes.subarray(0, longestHead).indexOf(newLine);
  if (end < 0) return null;
  try {
    const line = new TextDecoder().decode(bytes.subarray(0, end));
    const { sha256: told, ...head } = JSON.parse(line) as Record<string, unknown>;
    const body = new Uint8Array(bytes.subarray(end + 1));
    return digestOf(head, body) === told ? { head, body } : null;
  } catch {
    return null;
  }
}
