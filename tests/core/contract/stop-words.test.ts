import { expect, it } from 'vitest';
import { stopWordsIn } from '../../../core/contract/stop-words.ts';

it.each([
  ['a word a line', 'the\r\nof\n\n the \n', ['the', 'of']],
  ['Snowball’s', ' | A list\nthe            | article\nof | preposition\n', ['the', 'of']],
  ['with comments', '# mine\nthe # article\n; more\nof // too\nc#\n', ['the', 'of', 'c#']],
  ['between commas', 'the, of,"and", 的、了\n', ['the', 'of', 'and', '的', '了']],
  ['in one line', 'a an the of and to\n', ['a', 'an', 'the', 'of', 'and', 'to']],
  ['with entries of several words', 'per que\nparce que | conj.\n', ['per_que', 'parce_que']],
  ['JSON', '["the", "of"]', ['the', 'of']],
  ['as it was printed', '{"language":"en","words":["the","of"],"content":["man"]}', ['the', 'of']],
  ['nothing', '\n | \n', []],
])('reads a stop list: %s', (_, source, words) => {
  expect(stopWordsIn(source)).toEqual(words);
});
