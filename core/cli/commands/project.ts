import { resolve } from 'node:path';
import { exportFormats, exportKinds } from '../../contract/exchange.ts';
import { messageFor } from '../../contract/messages/message.ts';
import type { ModelSummary } from '../../contract/project.ts';
import { measures } from '../../contract/search.ts';
import { inColumns } from '../columns.ts';
import { given, UsageError, type Command } from '../command.ts';
import { textsColumn } from '../sub-corpus.ts';

export const exportCommand: Command = {
  usage: `P --what ${exportKinds.join('|')} [WORD…] --format ${exportFormats.join('|')} --out FILE`,
  summary: 'Write vectors, vocabulary or tables for other programs',
  words: [1, Number.MAX_SAFE_INTEGER],
  options: {
    what: { type: 'string' },
    format: { type: 'string' },
    preset: { type: 'string' },
    locale: { type: 'string' },
    out: { type: 'string' },
    model: { type: 'string' },
    sequence: { type: 'string' },
    measure: { type: 'string' },
    raw: { type: 'boolean' },
    top: { type: 'string' },
  },
  async run(context, args) {
    const what = args.choice('what', exportKinds) ?? 'vectors';
    const format = args.choice('format', exportFormats) ?? 'csv';
    const out = resolve(args.required('out'));
    const words = args.words.slice(1);
    if (what === 'neighbours' && words.length === 0)
      throw new UsageError('--what neighbours takes the words after P');
    await context.call('project.open', { file: { path: resolve(args.word(0)) }, readOnly: true });
    const answer = await context.call(
      'exchange.export',
      given({
        what,
        format,
        target: { path: out },
        preset: args.choice('preset', ['excel', 'exchange']),
        locale: args.text('locale'),
        words: words.length > 0 ? words : undefined,
        model: args.text('model'),
        sequence: args.text('sequence'),
        measure: args.choice('measure', measures),
        raw: args.flag('raw') || undefined,
        top: args.count('top'),
      }),
    );
    return { json: answer, human: `${answer.rows} rows written to ${out} (${answer.files.join(', ')})` };
  },
};

export const importVectorsCommand: Command = {
  usage: 'FILE --project P',
  summary: 'Read vectors of another program (word2vec, GloVe, fastText .vec)',
  words: [1, 1],
  options: { project: { type: 'string' }, name: { type: 'string' }, limit: { type: 'string' } },
  async run(context, args) {
    await context.call('project.open', { file: { path: resolve(args.required('project')) }, create: true });
    const answer = await context.call(
      'model.importVectors',
      given({ file: { path: resolve(args.word(0)) }, name: args.text('name'), limit: args.count('limit') }),
    );
    await context.call('project.save', {});
    return {
      json: answer,
      human: `${answer.model}: ${answer.words} words × ${answer.dimensions} dimensions`,
    };
  },
};

export const modelsCommand: Command = {
  usage: 'P',
  summary: 'The models of a project',
  words: [1, 1],
  options: {},
  async run(context, args) {
    await context.call('project.open', { file: { path: resolve(args.word(0)) }, readOnly: true });
    const models = await context.call('model.list', {});
    return { json: { models }, human: models.length > 0 ? modelTable(models) : 'No models yet' };
  },
};

export const infoCommand: Command = {
  usage: 'P',
  summary: 'What a project holds',
  words: [1, 1],
  options: {},
  async run(context, args) {
    const info = await context.call('project.open', {
      file: { path: resolve(args.word(0)) },
      readOnly: true,
    });
    const { otherwise } = await context.call('corpus.cutting', {});
    const isOld = otherwise && info.documents > 0;
    const human = [
      `${info.documents} documents, ${info.tokens} tokens, ${info.types} types`,
      info.models.length > 0 ? modelTable(info.models) : 'No models yet',
      `digest ${info.digest}`,
      ...(isOld
        ? ['Some texts were cut by another version of Firth; cut again, some words would come out otherwise.']
        : []),
    ].join('\n');
    return { json: { ...info, cutOtherwise: isOld }, human };
  },
};

export const verifyCommand: Command = {
  usage: 'P [--rescue OUT]',
  summary: 'Check a project file; --rescue writes what can be read to a new one',
  words: [1, 1],
  options: { rescue: { type: 'string' } },
  async run(context, args) {
    const file = { path: resolve(args.word(0)) };
    const rescue = args.text('rescue');
    if (rescue !== undefined) {
      const answer = await context.call('project.rescue', { file, target: { path: resolve(rescue) } });
      const human = [
        `${answer.documents} documents and ${answer.models} models rescued`,
        ...answer.lost,
      ].join('\n');
      return { json: answer, human };
    }
    const answer = await context.call('project.verify', { file });
    const verdict = answer.ok
      ? 'The project is whole.'
      : messageFor({ code: answer.code ?? 'E_DAMAGED', details: { file: args.word(0) } }, 'en');
    return { json: answer, human: [verdict, ...answer.problems].join('\n') };
  },
};

function modelTable(models: readonly ModelSummary[]): string {
  const rows = models.map((model) => [
    model.name,
    model.settings === null ? 'imported' : `${model.settings.architecture} ${model.settings.output}`,
    String(model.vocabulary),
    String(model.dimensions),
    textsColumn(model.subCorpus),
    model.stale ? 'the texts have changed since' : '',
  ]);
  return inColumns(
    [
      { title: 'model' },
      { title: 'kind' },
      { title: 'words', align: 'right' },
      { title: 'dimensions', align: 'right' },
      { title: models.some(({ subCorpus }) => subCorpus !== null) ? 'texts' : '' },
      { title: '' },
    ],
    rows,
  );
}
