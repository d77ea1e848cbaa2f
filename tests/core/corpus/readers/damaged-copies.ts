import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { AppError } from '../../../../core/contract/errors.ts';
import { openText } from '../../../../core/corpus/read-document.ts';
import { randomState, randomStream } from '../../../../core/random.ts';

const { kernels } = commandLineEnvironment();

type Random = ReturnType<typeof randomStream>;

/** Bytes are changed, or the end is missing, or a part follows once more. */
function damaged(bytes: Uint8Array, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length === 0) return copy;
  for (let change = random.below(8); change >= 0; change--)
    copy[random.below(copy.length)] = random.below(256);
  const cut = random.fraction() < 0.3 ? copy.subarray(0, random.below(copy.length)) : copy;
  return random.fraction() < 0.2 ? Buffer.concat([cut, cut.subarray(random.below(cut.length + 1))]) : cut;
}

/** Of a packed document one of its parts, packed again as it should be: otherwise its checksum would end every look at it. */
function damagedWithin(bytes: Uint8Array, random: Random): Buffer {
  const parts = Object.entries(unzipSync(bytes));
  const chosen = random.below(parts.length);
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        parts.map(([name, part], at) => [name, at === chosen ? damaged(part, random) : part]),
      ),
      { level: 0 },
    ),
  );
}

/** Words that nobody wrote are worse than none: those of the text are in the file, in whatever way it is written. */
const wordsOf = (text: string) => text.match(/[A-Za-z]{4,}/g) ?? [];

/** Where markup is damaged, words may run together: one of the text is at most three stretches of the file. */
function comesFrom(source: string, word: string): boolean {
  let at = 0;
  for (let stretches = 0; stretches < 3 && at < word.length; stretches += 1) {
    let length = word.length - at;
    while (length > 0 && !source.includes(word.slice(at, at + length))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return at === word.length;
}

/** Glyphs and letters that stand apart in the file, as codes or behind words of its markup. */
const isPieced = (name: string) => /\.(?:pdf|rtf|gz)$/.test(name);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\0', '');

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

/** Reads copies that were damaged, packed documents also within. */
export async function readDamaged(
  folder: string,
  name: string,
  bytes: Uint8Array,
  copies: number,
): Promise<void> {
  const random = randomStream(randomState(7));
  const path = join(folder, `damaged-${name}`);
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  let refused = 0;
  for (let n = 0; n < copies; n++) {
    const copy = isPacked && n % 2 === 1 ? damagedWithin(bytes, random) : damaged(bytes, random);
    writeFileSync(path, copy);
    try {
      const opened = await openText(
        { file: name, path, bytes: copy.length },
        { encoding: 'auto', language: 'auto', tokens: defaultTokenSettings },
        kernels,
      );
      // What this test cannot unpack, the checksum has left as it was.
      const parts = [...Object.values(unpacked(bytes)), ...Object.values(unpacked(copy))];
      const source = (isPacked ? parts : [copy]).map(latin1).join('\n');
      for (const document of opened.documents()) {
        const text = [...document.text()].join('');
        const unknown = wordsOf(text).filter((word) => !comesFrom(source, word));
        expect(isPieced(name) ? [] : unknown).toEqual([]);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused += 1;
    }
  }
  // Neither is everything taken for a text nor nothing.
  expect(refused).toBeLessThan(copies);
}
