import type { QueryLanguage } from '../contract/query.ts';
import type { Option } from './option.ts';
import type { Shown } from './shown.ts';
import { UsageError } from './usage-error.ts';

const simpleOption: Option = {
  name: 'simple',
  path: [],
  placeholder: null,
  says: 'the query is read as a simple one, whatever signs it has: `--language simple`',
  read: () => true,
};

/** For commands that put a query: `--simple`. */
export const simpleQuery = {
  more: [simpleOption],
  before: <I extends { language?: QueryLanguage }>(
    _context: unknown,
    input: I,
    typed: ReadonlyMap<string, string>,
  ): Promise<I> => {
    if (!typed.has('simple')) return Promise.resolve(input);
    if (input.language !== undefined && input.language !== 'simple')
      throw new UsageError(`--simple and --language ${input.language} do not go together`);
    return Promise.resolve({ ...input, language: 'simple' });
  },
} satisfies Pick<Shown<'query.lines'>, 'more' | 'before'>;
