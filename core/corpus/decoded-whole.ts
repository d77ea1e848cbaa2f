import { createDecoder } from './decode.ts';
import { detectEncoding } from './encodings.ts';

/** The text of a file, in the encoding that its bytes tell. */
export function decodedWhole(bytes: Uint8Array): string {
  const { encoding, bomLength } = detectEncoding(bytes);
  return decodedAs(bytes, encoding, bomLength);
}

/** @throws AppError E_ENCODING_UNKNOWN */
export function decodedAs(bytes: Uint8Array, encoding: string, bomLength = 0): string {
  const decoder = createDecoder(encoding, bomLength);
  return decoder.write(bytes) + decoder.end();
}
