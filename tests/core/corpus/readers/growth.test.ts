import { describe, it } from 'vitest';
import { growingFiles } from './growing-files.ts';
import { growsWithItsText } from './work-of-reading.ts';

describe.each(growingFiles.map((file) => [file.name, file] as const))('reading %s', (_, file) => {
  it('takes twice the work for twice the text', () =>
    growsWithItsText(file, [file.smallest ?? 1 << 16, 2 * (file.smallest ?? 1 << 16)]));
});
