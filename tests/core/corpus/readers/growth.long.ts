import { describe, it } from 'vitest';
import { growingFiles } from './growing-files.ts';
import { growsWithItsText } from './work-of-reading.ts';

const megabyte = 1 << 20;

describe.each(growingFiles.map((file) => [file.name, file] as const))(
  'reading megabytes of %s',
  (_, file) => {
    it('takes twice the work for twice the text', () =>
      growsWithItsText(file, [megabyte, 2 * megabyte, 4 * megabyte, 8 * megabyte]));
  },
);
