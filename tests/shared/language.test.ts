import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../core/corpus/language.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data'), 'lang');

const texts = existsSync(folder)
  ? readdirSync(folder).flatMap((language) =>
      readdirSync(join(folder, language))
        .filter((file) => file.endsWith('.txt'))
        .map((file) => ({ language, file })),
    )
  : [];

describe.skipIf(!existsSync(folder))('Texts of many languages', () => {
  for (const { language, file } of texts)
    it(`${language}/${file} is recognised, whole and in nearly all stretches of 1,000 characters`, () => {
      const text = readFileSync(join(folder, language, file), 'utf8');
      expect(detectLanguage(text).language).toBe(language);
      const stretches = Array.from({ length: 100 }, (_, at) => {
        const from = Math.floor((text.length * at) / 100);
        return detectLanguage(text.slice(from, from + 1000)).language;
      });
      const wrong = stretches.filter((found) => found !== language && found !== 'und');
      expect(wrong.length).toBeLessThanOrEqual(3);
      expect(stretches.filter((found) => found === language).length).toBeGreaterThanOrEqual(85);
    });
});
