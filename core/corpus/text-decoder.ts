import { AppError } from '../contract/errors.ts';
import { readIbm855 } from './further-encodings/ibm855.ts';
import { readJohab } from './further-encodings/johab.ts';
import type { ReadBlock } from './further-encodings/reading.ts';
import { readHz, readIso2022Kr } from './further-encodings/seven-bit.ts';
import { readUtf32be, readUtf32le } from './further-encodings/utf-32.ts';

/** What is asked of a `TextDecoder`. Byte-order marks stay in the text. */
export interface BytesDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** Encodings that texts are in and the WHATWG standard leaves out. */
const further: Readonly<Record<string, ReadBlock>> = {
  ibm855: readIbm855,
  johab: readJohab,
  'iso-2022-kr': readIso2022Kr,
  'hz-gb-2312': readHz,
  'utf-32le': readUtf32le,
  'utf-32be': readUtf32be,
};
const otherNames: Readonly<Record<string, string>> = {
  cp855: 'ibm855',
  '855': 'ibm855',
  csibm855: 'ibm855',
  cp1361: 'johab',
  ms1361: 'johab',
  csiso2022kr: 'iso-2022-kr',
  hz: 'hz-gb-2312',
  'utf-32': 'utf-32le',
};

/**
 * The name under which Firth knows an encoding: that of the WHATWG, or of the few that it adds.
 * @throws AppError E_ENCODING_UNKNOWN
 */
export function encodingNamed(label: string): string {
  const own = label.trim().toLowerCase();
  const name = otherNames[own] ?? own;
  if (Object.hasOwn(further, name)) return name;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: label });
  }
}

/** @param name as {@link encodingNamed} gives it */
export function textDecoder(name: string): BytesDecoder {
  const read = Object.hasOwn(further, name) ? further[name] : undefined;
  return read === undefined ? new TextDecoder(name, { ignoreBOM: true }) : blockDecoder(read);
}

/** As a `TextDecoder`: what is open at the end of a stretch waits for the next one, or is damaged when there is none. */
function blockDecoder(read: ReadBlock): BytesDecoder {
  let waiting: Uint8Array = new Uint8Array(0);
  return {
    decode(bytes = new Uint8Array(0), { stream = false } = {}) {
      const all = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      const { text, open } = read(all);
      waiting = stream ? all.slice(all.length - open) : new Uint8Array(0);
      return open > 0 && !stream ? `${text}\ufffd` : text;
    },
  };
}
