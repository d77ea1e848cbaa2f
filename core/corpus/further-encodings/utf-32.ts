import type { ReadBlock } from './reading.ts';

const unit = 4;

/** UTF-32: four bytes a character. */
function reader(littleEndian: boolean): ReadBlock {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const open = bytes.length % unit;
    let text = '';
    for (let at = 0; at < bytes.length - open; at += unit) {
      const code = view.getUint32(at, littleEndian);
      const fits = code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
      text += fits ? String.fromCodePoint(code) : '\ufffd';
    }
    return { text, open };
  };
}

export const readUtf32le = reader(true);
export const readUtf32be = reader(false);
