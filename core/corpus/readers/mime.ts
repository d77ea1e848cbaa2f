import { createDecoder } from '../decode.ts';
import { detectEncoding } from '../encodings.ts';
import { encodingNamed, textDecoder } from '../text-decoder.ts';
import { declaredEncoding } from './declared-encoding.ts';

/** A message, or a part of one (RFC 2045 and 2046). */
export interface MimePart {
  /** `text/plain` where nothing is said. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly isAttachment: boolean;
  header(name: string): string | undefined;
  /** Its bytes, each as a character, as they are transferred. */
  readonly body: string;
  readonly parts: readonly MimePart[];
}

/** Messages within messages; more is no correspondence. */
const mostLevels = 12;
const mostParts = 10_000;
const mostOfHeader = 1 << 18;

/** @param source bytes as Latin-1 */
export function mimePart(source: string, level = 0): MimePart {
  const { fields, body } = divided(source);
  const [type = '', ...rest] = (fields.get('content-type') ?? 'text/plain').split(';');
  const parameters = parametersOf(rest.join(';'));
  const name = type.trim().toLowerCase();
  const boundary = name.startsWith('multipart/') ? parameters.get('boundary') : undefined;
  return {
    type: name === '' ? 'text/plain' : name,
    parameters,
    isAttachment: /^\s*attachment\b/i.test(fields.get('content-disposition') ?? ''),
    header: (wanted) => fields.get(wanted.toLowerCase()),
    body,
    parts:
      boundary === undefined || level >= mostLevels
        ? []
        : between(body, boundary).map((part) => mimePart(part, level + 1)),
  };
}

/** Header and body, with an empty line between. Of two fields with one name the first counts. */
function divided(source: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const beginning = source.slice(0, mostOfHeader);
  const end = /^\r?\n|\r?\n\r?\n/.exec(beginning);
  const fields = new Map<string, string>();
  const header = end === null ? beginning : beginning.slice(0, end.index);
  for (const line of header.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { fields, body: end === null ? '' : source.slice(end.index + end[0].length) };
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.slice(0, 10_000).matchAll(/([\w-]+)\*?\s*=\s*(?:"([^"]*)"|([^\s;]+))/g)];
  return new Map(found.map(([, name, quoted, bare]) => [name!.toLowerCase(), quoted ?? bare ?? '']));
}

/** What stands between the lines of a boundary. */
function between(body: string, boundary: string): readonly string[] {
  const line = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (
    let at = body.indexOf(line);
    at >= 0 && parts.length < mostParts;
    at = body.indexOf(line, at + line.length)
  ) {
    if (at > 0 && body[at - 1] !== '\n' && body[at - 1] !== '\r') continue;
    if (start >= 0) parts.push(body.slice(start, at).replace(/\r?\n$/, ''));
    const after = at + line.length;
    if (body.startsWith('--', after)) return parts;
    const end = body.indexOf('\n', after);
    start = end < 0 ? body.length : end + 1;
  }
  // A message that was cut off has no last line.
  if (start >= 0 && start < body.length && parts.length < mostParts) parts.push(body.slice(start));
  return parts;
}

/** The bytes of a part. */
export function mimeBytes(part: MimePart): Uint8Array {
  switch ((part.header('content-transfer-encoding') ?? '').trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(part.body, 'base64');
    case 'quoted-printable':
      return unquoted(part.body);
    default:
      return Buffer.from(part.body, 'latin1');
  }
}

/** RFC 2045, section 6.7: `=E9`, and `=` at the end of a line that goes on. */
function unquoted(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x3d) {
      bytes[length++] = code;
      continue;
    }
    const lineEnd = /^=[ \t]{0,8}\r?(?:\n|$)/.exec(text.slice(at, at + 12));
    const digits = text.slice(at + 1, at + 3);
    if (/^[\da-f]{2}$/i.test(digits)) {
      bytes[length++] = Number.parseInt(digits, 16);
      at += 2;
    } else if (lineEnd !== null) at += lineEnd[0].length - 1;
    else bytes[length++] = code;
  }
  return bytes.subarray(0, length);
}

/** The text of a part, in the encoding that it names unless its bytes belie it. */
export function mimeText(part: MimePart): string {
  const bytes = mimeBytes(part);
  const text = decoded(bytes, part.parameters.get('charset') ?? declaredEncoding(bytes.subarray(0, 4096)));
  return /^flowed$/i.test(part.parameters.get('format') ?? '')
    ? unfolded(text, /^yes$/i.test(part.parameters.get('delsp') ?? ''))
    : text;
}

/** A paragraph whose lines end in a space was one line (RFC 3676). A line of a signature does not go on. */
const unfolded = (text: string, withoutSpace: boolean): string =>
  text.replaceAll(/(?<!^--)( )\r?\n(?!>| *\r?\n)/gm, withoutSpace ? '' : '$1');

export function decoded(bytes: Uint8Array, charset?: string): string {
  const named = charset === undefined ? undefined : knownEncoding(charset);
  if (named !== undefined) {
    const decoder = createDecoder(named, 0);
    const text = decoder.write(bytes) + decoder.end();
    if (decoder.replacedCount === 0) return text.replace(/^\ufeff/, '');
  }
  if (bytes.length === 0) return '';
  const { encoding, bomLength } = detectEncoding(bytes);
  const decoder = createDecoder(encoding, bomLength);
  return decoder.write(bytes) + decoder.end();
}

function knownEncoding(label: string): string | undefined {
  try {
    return encodingNamed(label);
  } catch {
    return undefined;
  }
}

/** A field of a header with its words decoded (RFC 2047): `=?utf-8?q?Gr=C3=BC=C3=9Fe?=`. */
export function headerText(field: string): string {
  const words = field
    .slice(0, 10_000)
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(
      /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi,
      (whole, charset: string, way: string, text: string) => {
        const encoding = knownEncoding(charset);
        if (encoding === undefined) return whole;
        const bytes = /b/i.test(way) ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' '));
        return textDecoder(encoding).decode(bytes);
      },
    );
  // Bytes beyond ASCII are UTF-8 in the headers of today.
  if (!/[\x80-\xff]/.test(words) || /[^\0-\xff]/.test(words)) return words.trim();
  return decoded(Buffer.from(words, 'latin1')).trim();
}
