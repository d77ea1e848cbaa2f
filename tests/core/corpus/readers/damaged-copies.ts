import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { defaultTokenSettings } from '../../../../core/contract/corpus.ts';
import { AppError } from '../../../../core/contract/errors.ts';
import { openText } from '../../../../core/corpus/read-document.ts';
import { randomState, randomStream } from '../../../../core/random.ts';

/** Reads copies in which bytes are changed, that are cut short, or that go on with a part of themselves. */
export async function readDamaged(
  folder: string,
  name: string,
  bytes: Uint8Array,
  copies: number,
): Promise<void> {
  const random = randomStream(randomState(7));
  const path = join(folder, `damaged-${name}`);
  let refused = 0;
  for (let n = 0; n < copies; n++) {
    const copy = Buffer.from(bytes);
    for (let change = random.below(8); change >= 0; change--)
      copy[random.below(copy.length)] = random.below(256);
    const cut = random.fraction() < 0.3 ? copy.subarray(0, random.below(copy.length)) : copy;
    const damaged =
      random.fraction() < 0.2 ? Buffer.concat([cut, cut.subarray(random.below(cut.length + 1))]) : cut;
    writeFileSync(path, damaged);
    try {
      const opened = await openText(
        { file: name, path, bytes: damaged.length },
        { encoding: 'auto', language: 'auto', tokens: defaultTokenSettings },
      );
      for (const document of opened.documents())
        expect([...document.text()].every((piece) => typeof piece === 'string')).toBe(true);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused += 1;
    }
  }
  // Neither is everything taken for a text nor nothing.
  expect(refused).toBeLessThan(copies);
}
