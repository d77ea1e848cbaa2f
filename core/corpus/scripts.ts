/** Scripts told apart by their blocks; those that one language in the main uses are named by that language. */
const blocks: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x58f, 'hy'],
  [0x5d0, 0x5f4, 'Hebrew'],
  [0x620, 0x6ff, 'Arabic'],
  [0x700, 0x74f, 'syr'],
  [0x750, 0x77f, 'Arabic'],
  [0x780, 0x7bf, 'dv'],
  [0x900, 0x97f, 'Devanagari'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb00, 0xb7f, 'or'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1800, 0x18af, 'mn-Mong'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x1f00, 0x1fff, 'Greek'],
  [0x2c80, 0x2cff, 'cop'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3130, 0x318f, 'ko'],
  [0x3400, 0x9fff, 'Han'],
  [0xac00, 0xd7af, 'ko'],
  [0xf900, 0xfaff, 'Han'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0x10330, 0x1034f, 'got'],
  [0x20000, 0x3ffff, 'Han'],
];

const names = [...new Set(blocks.map(([, , name]) => name))];

/** By unit of UTF-16, one more than the number of the script; 0 for what is of none. */
const scriptOfUnit = new Uint8Array(65_536);
for (const [first, last, name] of blocks) scriptOfUnit.fill(names.indexOf(name) + 1, first, last + 1);

/** The same of a code point beyond U+FFFF. */
function scriptBeyond(codePoint: number): number {
  const block = blocks.find(([first, last]) => first <= codePoint && codePoint <= last);
  return block === undefined ? 0 : names.indexOf(block[2]) + 1;
}

/** Letters of a script. */
type Counted = readonly [name: string, letters: number];

/** Of the beginning of a text it is asked more than once. */
let last: { readonly text: string; readonly counts: readonly Counted[] } = { text: '', counts: [] };

/** Letters of each script, most frequent script first. Signs and digits do not count. */
export function countScripts(text: string): readonly Counted[] {
  if (text !== last.text) last = { text, counts: countedIn(text) };
  return last.counts;
}

function countedIn(text: string): readonly Counted[] {
  const counts = new Uint32Array(names.length + 1);
  /** In the order in which they come. */
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let script = scriptOfUnit[unit]!;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const codePoint = text.codePointAt(at)!;
      if (codePoint > 0xffff) {
        script = scriptBeyond(codePoint);
        at += 1;
      }
    }
    if (script === 0) continue;
    if (counts[script] === 0) found.push(script);
    counts[script]! += 1;
  }
  return found.map((script) => [names[script - 1]!, counts[script]!] as const).sort((a, b) => b[1] - a[1]);
}
