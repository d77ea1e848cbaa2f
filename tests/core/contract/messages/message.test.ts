import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../../core/contract/errors.ts';
import { languages, messageFor } from '../../../../core/contract/messages/message.ts';

/** Every detail that a message may read. */
const details = {
  file: 'interview3.txt',
  line: 212,
  reason: 'because of it',
  format: 'a ZIP archive',
  encoding: 'VIQR',
  skipped: 3,
  needed: 1_200_000_000,
  limit: 300_000_000,
  free: 300_000_000,
  setting: 'window',
  value: 99,
  allowed: ['1', '50'],
  minCount: 5,
  types: 12,
  epoch: 2,
  model: 'novels',
  models: ['letters', 'diaries'],
  word: 'constructor',
  offset: 4,
  expected: ['a word'],
  pattern: '(a+)+b',
  seconds: 2,
  suggestions: ['construct', 'constructed'],
  subCorpus: 'Early letters',
  subCorpora: ['Early', 'Late'],
  count: 3,
  changes: 3,
  kept: 7,
  runs: 25,
  promised: '50,000 words',
  found: '41 MB',
  rows: 2_000_000,
  columns: 20,
  method: 'search.odd',
  field: 'words',
  words: 1,
  least: 3,
  list: 'pets',
  lists: 'trees, verbs',
};

describe.each(languages)('the messages in %s', (language) => {
  it.each(errorCodes)('%s is a whole sentence, with its details and without', (code) => {
    for (const given of [details, {}]) {
      const message = messageFor({ code, details: given }, language);
      expect(message.length).toBeGreaterThan(6);
      expect(message).toMatch(/[.!?。？]$/);
      if (given === details) expect(message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('sets numbers in the reader’s own way', () => {
    expect(messageFor({ code: 'E_TOO_BIG', details: { needed: 1234567, limit: 1 } }, language)).toContain(
      '1,234,567',
    );
  });
});

describe('a message', () => {
  it('lists suggestions as alternatives', () => {
    const failure = {
      code: 'E_WORD_UNKNOWN',
      details: { word: 'hous', suggestions: ['house', 'hours', 'housed'] },
    };
    expect(messageFor(failure, 'en')).toContain('Did you mean house, hours, or housed?');
  });

  it('says of a damaged file, packed or of measured speech, to get it again or save it anew', () => {
    for (const reason of ['zip', 'gzip', 'pdf', 'binary TextGrid'])
      expect(
        messageFor({ code: 'E_FILE_UNREADABLE', details: { file: 'a', reason } }, 'en'),
        reason,
      ).toContain('save it anew');
  });

  it('is there for a code that nobody knows', () => {
    expect(messageFor({ code: 'E_FROM_THE_FUTURE', details: {} }, 'en')).toContain('inside Firth');
  });
});
