import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../core/corpus/encodings.ts';
import { encodingNamed, textDecoder } from '../../core/corpus/text-decoder.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const messy = join(shared, 'messy');

/** Encodings that no decoder at hand reads, fonts of their own, letters lost before: nothing could be right. */
const outOfReach = /^(?:t61|az\.times\.lat0117|cyrillic\+abkh|viqr)$/;

const udhrNames = new Map([
  ['utf8', 'utf-8'],
  ['latin1', 'windows-1252'],
  ['latin2', 'iso-8859-2'],
  ['arabic', 'windows-1256'],
  ['hebrew', 'windows-1255'],
  ['cyrillic', 'windows-1251'],
  ['baltic', 'iso-8859-4'],
  ['sjis', 'shift_jis'],
]);

function labelOf(file: string): string {
  const [folder, name] = file.split('/') as [string, string];
  if (folder === 'chardet')
    return name
      .toLowerCase()
      .replace(/^((?:iso-8859|windows)-\d+)-[a-z]+$/, '$1')
      .replace(/^maccyrillic$/, 'x-mac-cyrillic')
      .replace(/^cp932$/, 'shift_jis')
      .replace(/^utf-8-sig$/, 'utf-8');
  if (folder === 'udhr') {
    const label = name.slice(name.lastIndexOf('-') + 1).toLowerCase();
    return udhrNames.get(label) ?? (name.includes('Az.Times') ? 'az.times.lat0117' : label);
  }
  const label = /[_.]((?:cp|iso|shift|euc|koi8|utf|big5|gbk).*?)(?:\.bom)?\.txt$/.exec(basename(file))![1]!;
  return label.replace('_kr', '-kr').replace(/^iso8859/, 'iso-8859');
}

const read = (bytes: Uint8Array, label: string) =>
  textDecoder(encodingNamed(label))
    .decode(bytes)
    .replace(/^\ufeff/, '');

describe.skipIf(!existsSync(messy))('encodings of real texts', () => {
  it('are told for at least 97 of 100 files', () => {
    const files = globSync('{chardet,udhr,encodings}/**/*', { cwd: messy, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const wrong: string[] = [];
    let counted = 0;
    for (const path of files) {
      const file = path.slice(messy.length + 1);
      const label = labelOf(file);
      if (outOfReach.test(label)) continue;
      counted += 1;
      const bytes = readFileSync(path);
      const found = outcome(bytes);
      const right = !found.startsWith('E_') && read(bytes, found) === read(bytes, supersetOf(label, bytes));
      if (!right) wrong.push(`${file}: ${label} taken for ${found}`);
    }
    const share = 1 - wrong.length / counted;
    process.stdout.write(
      `encodings told: ${counted - wrong.length} of ${counted} (${(100 * share).toFixed(1)} %)\n${wrong.join('\n')}\n`,
    );
    expect(share).toBeGreaterThanOrEqual(0.97);
  });
});

/** ISO 8859-2 has only control characters there: with letters in that place it is what Windows made of it. */
function supersetOf(label: string, bytes: Uint8Array): string {
  return label === 'iso-8859-2' && bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'windows-1250' : label;
}

function outcome(bytes: Uint8Array): string {
  try {
    return detectEncoding(bytes).encoding;
  } catch (thrown) {
    return String((thrown as { code?: string }).code);
  }
}
