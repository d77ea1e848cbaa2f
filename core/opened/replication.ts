import { createHash } from 'node:crypto';
import type { ReplicationDoubt } from '../contract/methods.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { studyKinds, type FieldDivision, type StudyKind } from '../contract/study.ts';
import { version } from '../contract/version.ts';
import { documentDigests } from '../project/corpus-digest.ts';
import { listDocuments, listImports } from '../project/documents.ts';
import { describeMatrix } from '../project/matrices.ts';
import { findModel, readModelWords, type StoredModel } from '../project/models.ts';
import { listStudies } from '../project/studies.ts';
import { dictionaryOf } from './cutting.ts';
import { asAsked } from './divided-study.ts';
import type { Opened } from './opened.ts';
import { planStudy } from './study-plan.ts';
import { subCorpusOf } from './training-texts.ts';

export interface Replication {
  readonly model: string;
  /** Empty where the commands give the same bytes. */
  readonly doubts: readonly ReplicationDoubt[];
  /** Files by name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What another person needs beside the texts to make a model and its studies again, and to see that they are the same.
 * @throws AppError E_NO_MODEL, E_MODEL_UNKNOWN, E_STUDY_IMPOSSIBLE where the model is imported or its texts have changed
 */
export function replicationOf(opened: Opened, name: string | undefined): Replication {
  const { db } = opened.project;
  const model = findModel(db, name);
  // What can be trained again as it was can be replicated.
  const { texts } = planStudy(opened, {
    kind: 'seeds',
    runs: 1,
    model: model.name,
  });
  const settings = model.settings!;
  const imports = listImports(db);
  const { words, splits } = dictionaryOf(db);
  const dictionary = [...words, ...splits.map((parts) => parts.join(' | '))];
  const studies = listStudies(db)
    .filter(({ modelId }) => modelId === model.id)
    .flatMap(({ kind, division, runs: all }): ReplicatedStudy[] => {
      const runs = all.flatMap(({ number: run, failure, sha256 }) =>
        failure === null ? [{ run, sha256 }] : [],
      );
      const parts = division === null ? {} : { division: asAsked(division) };
      return runs.length === 0 ? [] : [{ kind, ...parts, runs }];
    })
    // In one order, whichever was made first.
    .sort((a, b) => orderOf(a) - orderOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1));
  const vocabulary = wordLines(opened, model);
  const files = new Map([
    ['texts.tsv', textLines(opened, texts.only)],
    ['words.tsv', vocabulary],
    ...imports.map(
      ({ settings: asked }, at) => [`import-${at + 1}.json`, written(importInput(asked))] as const,
    ),
    ...(dictionary.length === 0 ? [] : [['dictionary.txt', `${dictionary.join('\n')}\n`] as const]),
    ['training.json', written(trainingInput(model, settings))],
    [
      'digests.json',
      written({
        firth: version,
        corpus: model.corpus,
        words: createHash('sha256').update(vocabulary).digest('hex'),
        vectors: describeMatrix(db, model.id, 'input').sha256,
        studies,
      }),
    ],
    ['commands.sh', commandLines(imports.length, dictionary.length > 0, studies)],
  ]);
  const isOneThread = settings.mode === 'reproducible' || settings.architecture === 'count';
  const epochs = model.history?.loss.length ?? 0;
  const isStopped = settings.architecture !== 'count' && epochs > 0 && epochs < settings.epochs;
  return {
    model: model.name,
    doubts: [...(isOneThread ? [] : ['threads' as const]), ...(isStopped ? ['stopped' as const] : [])],
    files,
  };
}

interface ReplicatedStudy {
  readonly kind: StudyKind;
  readonly division?: FieldDivision;
  readonly runs: readonly { readonly run: number; readonly sha256: string }[];
}

const orderOf = ({ kind }: ReplicatedStudy) => studyKinds.indexOf(kind);
const keyOf = ({ division }: ReplicatedStudy) => JSON.stringify(division ?? null);

/** As a shell reads it as one word. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const divisionOptions = (division: FieldDivision | undefined): string =>
  division === undefined
    ? ''
    : [
        ` --by ${quoted(division.by)}`,
        ...(division.cuts === undefined ? [] : [` --cuts ${quoted(division.cuts.join(','))}`]),
        ...(division.equal === undefined ? [] : [` --equal ${division.equal}`]),
      ].join('');

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Tabs and ends of lines would make two cells of one. */
const cell = (text: string): string => text.replaceAll(/[\t\r\n]/gu, ' ');

function textLines({ project: { db } }: Opened, only: readonly number[] | undefined): string {
  const digests = documentDigests(db);
  const chosen = only === undefined ? null : new Set(only);
  const rows = listDocuments(db).filter(({ id }) => chosen === null || chosen.has(id));
  return [
    'text\ttokens\tlanguage\tsha256',
    ...rows.map(({ id, name, tokens, language }) =>
      [cell(name), tokens, language, digests.get(id)].join('\t'),
    ),
    '',
  ].join('\n');
}

function wordLines({ project: { db } }: Opened, { id }: StoredModel): string {
  const { forms, counts } = readModelWords(db, id);
  return ['word\tcount', ...forms.map((form, row) => `${cell(form)}\t${counts[row]!}`), ''].join('\n');
}

/** Settings of an import as its call takes them: dictionary and rules are the project’s and the program’s. */
function importInput(settings: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings ?? {}).filter(([name]) => name !== 'dictionary' && name !== 'rules'),
  );
}

function trainingInput(model: StoredModel, settings: TrainingSettings): Readonly<Record<string, unknown>> {
  const subCorpus = subCorpusOf(model);
  return {
    name: model.name,
    settings,
    ...(subCorpus === null ? {} : { texts: { conditions: subCorpus.conditions } }),
  };
}

function commandLines(imports: number, hasDictionary: boolean, studies: readonly ReplicatedStudy[]): string {
  const places = Array.from({ length: imports }, (_, at) => `TEXTS-${at + 1}`).join(' ');
  const dictionary = hasDictionary ? ' --dictionary "$here/dictionary.txt"' : '';
  return [
    '#!/bin/sh',
    `# sh commands.sh ${places}`,
    '# The folders hold the texts, one for each import. It makes replication.firth in the folder in which it is called, and compares.',
    'set -e',
    'here=$(dirname "$0")',
    'firth=${FIRTH:-firth}',
    ...Array.from(
      { length: imports },
      (_, at) =>
        `$firth import "\${${at + 1}}" --project replication.firth --input "$here/import-${at + 1}.json"${dictionary}`,
    ),
    '$firth train replication.firth --input "$here/training.json"',
    ...studies.map(
      ({ kind, division, runs }) =>
        `$firth study run replication.firth --kind ${kind}${divisionOptions(division)} --runs ${Math.max(...runs.map(({ run }) => run))}`,
    ),
    '$firth bundle replication.firth --out replication',
    'if cmp "$here/digests.json" replication/digests.json; then echo "The same bytes."; else echo "Other bytes."; exit 1; fi',
    '',
  ].join('\n');
}
