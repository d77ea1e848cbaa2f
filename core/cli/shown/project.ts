import type { ModelSummary, ProjectInfo } from '../../contract/project.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';
import { textsColumn } from '../sub-corpus.ts';

const date = (milliseconds: number) => new Date(milliseconds).toISOString();

export const projectShown: ShownCalls<'project'> = {
  'project.recover': { human: (info) => `Saved to ${info.name ?? 'its file'}.\n${infoOf(info)}` },
  'project.recoverable': {
    human: ({ projects }) =>
      projects.length === 0
        ? 'Nothing is left to recover.'
        : inColumns(
            [
              { title: 'id' },
              { title: 'project' },
              { title: 'begun' },
              { title: 'changes', align: 'right' },
              { title: '' },
            ],
            projects.map(({ id, name, startedAt, changes, training, damaged }) => [
              id,
              name,
              date(startedAt),
              String(changes),
              damaged ? 'cannot be read' : training ? 'with an interrupted training' : '',
            ]),
          ),
  },
  'project.discard': {
    human: ({ projects }) =>
      projects.length === 0
        ? 'There was no unsaved work.'
        : projects
            .map(({ startedAt, changes }) => `Given up: ${changes} changes of ${date(startedAt)}.`)
            .join('\n'),
  },
  'project.backups': {
    human: ({ backups }) =>
      backups.length === 0
        ? 'There are no backups yet.'
        : inColumns(
            [{ title: 'saves', align: 'right' }, { title: 'made' }, { title: 'bytes', align: 'right' }],
            backups.map(({ saves, madeAt, bytes }) => [String(saves), date(madeAt), String(bytes)]),
          ),
  },
};

export function infoOf(info: ProjectInfo): string {
  return [
    `${info.documents} documents, ${info.tokens} tokens, ${info.types} types`,
    modelTable(info.models),
    ...(info.cutOtherwise
      ? ['Some texts were cut by another version of Firth; cut again, some words would come out otherwise.']
      : []),
  ].join('\n');
}

/** Word vectors, for a list of them. */
export function modelTable(models: readonly ModelSummary[]): string {
  if (models.length === 0) return 'No models yet';
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
