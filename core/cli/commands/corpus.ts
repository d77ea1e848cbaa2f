import { resolve } from 'node:path';
import { conditionsOf } from '../../contract/conditions.ts';
import { defaultTokenSettings, isEncodingUnsure, type ImportResult } from '../../contract/corpus.ts';
import { messageFor } from '../../contract/messages/message.ts';
import { given, type Command } from '../command.ts';
import { inColumns } from '../columns.ts';

const methods = ['auto', 'spaced', 'characters', 'segmenter'] as const;

export const importCommand: Command = {
  usage: 'FILE|FOLDER… --project P',
  summary: 'Read texts into a project; it is made where it is not there yet',
  words: [1, Number.MAX_SAFE_INTEGER],
  options: {
    project: { type: 'string' },
    language: { type: 'string' },
    encoding: { type: 'string' },
    tokens: { type: 'string' },
    'keep-case': { type: 'boolean' },
    'split-hyphens': { type: 'boolean' },
    'split-apostrophes': { type: 'boolean' },
    'keep-elisions': { type: 'boolean' },
    'keep-punctuation': { type: 'boolean' },
    numbers: { type: 'string' },
    metadata: { type: 'string' },
    'name-pattern': { type: 'string' },
    take: { type: 'string' },
    'split-at': { type: 'string' },
    tags: { type: 'string' },
    sentences: { type: 'string' },
    stems: { type: 'boolean' },
    'strip-marks': { type: 'boolean' },
    dictionary: { type: 'string' },
  },
  async run(context, args) {
    const metadata = args.text('metadata');
    await context.call('project.open', { file: { path: resolve(args.required('project')) }, create: true });
    const dictionary = args.text('dictionary');
    if (dictionary !== undefined)
      await context.call('corpus.setDictionary', {
        dictionary: await context.call('corpus.readDictionary', { file: { path: resolve(dictionary) } }),
      });
    const result = await context.call(
      'corpus.import',
      given({
        files: args.words.map((path) => ({ path: resolve(path) })),
        language: args.text('language') ?? 'auto',
        encoding: args.text('encoding') ?? 'auto',
        tokens: {
          method: args.choice('tokens', methods) ?? 'auto',
          lowerCase: !args.flag('keep-case'),
          hyphens: args.flag('split-hyphens') ? 'split' : 'keep',
          apostrophes: args.flag('split-apostrophes') ? 'split' : 'keep',
          elisions: args.flag('keep-elisions') ? 'keep' : 'split',
          punctuation: args.flag('keep-punctuation') ? 'keep' : 'drop',
          ...(args.flag('stems') ? { wordForm: 'stem' as const } : {}),
          ...(args.flag('strip-marks') ? { marks: 'strip' as const } : {}),
          numbers: args.choice('numbers', ['keep', 'drop', 'mark']) ?? defaultTokenSettings.numbers,
        },
        metadataFile: metadata === undefined ? undefined : { path: resolve(metadata) },
        metadataPattern: args.text('name-pattern'),
        taking: given({
          take: listed(args.text('take')),
          split: args.text('split-at'),
          tags: listed(args.text('tags')),
          sentences: args.text('sentences'),
        }),
      }),
      (progress) => context.status(`${progress.phase} ${percent(progress.done, progress.total)}`),
    );
    await context.call('project.save', {});
    return { json: withMessages(result), human: described(result) };
  },
};

export const linesCommand: Command = {
  usage: 'P WORD',
  summary: 'Concordance: every place of a word with its context',
  words: [2, 2],
  options: {
    width: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
    where: { type: 'string' },
  },
  async run(context, args) {
    await context.call('project.open', { file: { path: resolve(args.word(0)) }, readOnly: true });
    const where = args.text('where');
    const answer = await context.call(
      'lines.concordance',
      given({
        texts: where === undefined ? undefined : { conditions: conditionsOf(where) },
        word: args.word(1),
        width: args.count('width'),
        limit: args.count('limit'),
        offset: args.count('offset'),
      }),
    );
    const rows = answer.lines.map((line) => [line.document, line.left, line.node, line.right]);
    const table = inColumns(
      [{ title: 'document' }, { title: 'left', align: 'right' }, { title: 'node' }, { title: 'right' }],
      rows,
    );
    return { json: answer, human: `${table}\n${answer.lines.length} of ${answer.total} lines` };
  },
};

/** `a,b` → a and b */
const listed = (value: string | undefined) => value?.split(',').map((name) => name.trim());

function percent(done: number, total: number): string {
  return total > 0 ? `${Math.floor((100 * done) / total)} %` : '';
}

function withMessages(result: ImportResult) {
  const skipped = result.skipped.map(({ file, code, details }) => ({
    file,
    code,
    message: messageFor({ code, details }, 'en'),
  }));
  return {
    documents: result.documents,
    tokens: result.tokens,
    types: result.types,
    skipped,
    files: result.files,
  };
}

function described(result: ImportResult): string {
  const respelled = result.files.reduce((sum, file) => sum + (file.respelled ?? 0), 0);
  const lines = [
    `${result.documents} documents, ${result.tokens} tokens, ${result.types} types`,
    ...result.files
      .filter(isEncodingUnsure)
      .map((file) => `${file.file}: read as ${file.encoding}, which is not sure`),
    ...result.files
      .filter((file) => file.replacedCount > 0)
      .map(
        (file) =>
          `${file.file}: ${file.replacedCount} bytes do not fit ${file.encoding}, the first at line ${file.replaced[0]?.line ?? 0}`,
      ),
    ...(respelled === 0 ? [] : [`${respelled} words count in their usual spelling`]),
    ...result.skipped.map(({ code, details }) => `Left out: ${messageFor({ code, details }, 'en')}`),
  ];
  return lines.join('\n');
}
