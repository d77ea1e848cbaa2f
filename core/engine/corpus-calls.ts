import type { TokenSettings } from '../contract/cutting.ts';
import type { FileReport, ImportRequest, ImportResult } from '../contract/import.ts';
import type { TextsRef } from '../contract/texts.ts';
import { AppError } from '../contract/errors.ts';
import { unstemmed } from '../contract/stem-languages.ts';
import { stopWordsIn } from '../contract/stop-words.ts';
import { chosenLanguage, withLanguages } from '../corpus/chosen-language.ts';
import { wholeText } from '../corpus/read-dictionary.ts';
import { importTexts } from '../corpus/import-texts.ts';
import { inspectTexts } from '../corpus/inspect-texts.ts';
import { previewTokens } from '../corpus/preview-tokens.ts';
import { dictionaryOf } from '../opened/cutting.ts';
import { textsOf } from '../opened/corpus-texts.ts';
import { mainLanguage } from '../opened/corpus-words.ts';
import { occurringEntries } from '../opened/stop-words.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { inOrder } from '../opened/in-order.ts';
import { wordList } from '../opened/word-list.ts';
import { appendImport } from '../project/append-import.ts';
import { setMetadata } from '../project/document-metadata.ts';
import { corpusSummary, listDocuments, listImports } from '../project/documents.ts';
import { removeDocuments } from '../project/remove-documents.ts';
import { textsAgain, type TextsAgain } from '../project/texts-again.ts';
import { cuttingRules } from '../corpus/tokenize/cutting-rules.ts';
import { stopList } from '../vocabulary/stop-lists.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { compareCutsCalls } from './compare-cuts-calls.ts';
import { cuttingCalls } from './cutting-calls.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { metadataCalls } from './metadata-calls.ts';
import type { Session } from './session.ts';
import { subCorpusCalls } from './sub-corpus-calls.ts';

export const corpusCalls: Handlers<'corpus'> = {
  ...cuttingCalls,
  ...compareCutsCalls,
  ...metadataCalls,
  ...subCorpusCalls,
  'corpus.import': async (session, { files, metadataFile, ...wished }, hooks): Promise<ImportResult> => {
    const { environment, project } = session;
    if (project.status().readOnly && project.status().name !== null)
      throw new AppError('E_READ_ONLY', { file: project.status().name ?? '' });
    const { choices, ...ofAll } = withLanguages(wished);
    // What was decided for single files is in what became of them; kept by name it would outlive a text that is taken out.
    const settings = { ...ofAll, dictionary: dictionaryOf(project.db), rules: cuttingRules };
    const request: ImportRequest = {
      ...settings,
      ...(choices === undefined ? {} : { choices }),
      paths: files.map(pathOf),
      ...(metadataFile === undefined ? {} : { metadataFile: pathOf(metadataFile) }),
    };
    const spool = await importTexts({ environment, request, spoolFolder: project.temporaryFolder }, hooks);
    try {
      const isAdded = spool.files.length > 0;
      if (isAdded)
        appendImport(
          project.db,
          {
            forms: spool.forms,
            tokens: spool.tokens,
            documents: spool.documents(),
            reports: { files: spool.files, skipped: spool.skipped },
            settings,
            importedAt: environment.now(),
          },
          hooks,
        );
      else if (spool.skipped.length === 0) throw new AppError('E_NO_TEXTS');
      return {
        ...corpusSummary(project.db),
        files: spool.files,
        skipped: spool.skipped,
        ...unstemmedOf(spool.files, request.tokens),
        ...againOf(isAdded ? textsAgain(project.db) : { count: 0, first: [] }),
        ...(spool.metadata === undefined ? {} : { metadata: spool.metadata }),
      };
    } finally {
      spool.remove();
    }
  },
  'corpus.inspect': async ({ environment }, { files, ...rest }, hooks) => {
    const seen = await inspectTexts({ ...withLanguages(rest), paths: files.map(pathOf) }, environment, hooks);
    return { ...seen, ...unstemmedOf(seen.files, rest.tokens) };
  },
  'corpus.preview': ({ environment, project }, { text, language, tokens: settings, dictionary }) => {
    const own = dictionary ?? dictionaryOf(project.db);
    const { tokens, dropped } = previewTokens(text, chosenLanguage(language), settings, environment, own);
    return { tokens, dropped };
  },
  'corpus.documents': (session, { texts, offset, limit }) => {
    const { db } = session.project;
    const { only, has } = chosenTexts(session, texts);
    if (only === undefined)
      return { total: corpusSummary(db).documents, rows: listDocuments(db, { offset, limit }) };
    const rows = listDocuments(db).filter(({ id }) => has(id));
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  'corpus.reports': ({ project }) => ({
    imports: listImports(project.db).map(({ importedAt, files, skipped }) => ({
      importedAt,
      files,
      skipped,
    })),
  }),
  'corpus.setMetadata': (session, { texts, field, value }) => ({
    changed: setMetadata(session.project.db, documentsOf(session, texts), field, value),
  }),
  'corpus.removeDocuments': (session, { texts }) => {
    removeDocuments(session.project.db, documentsOf(session, texts));
    return corpusSummary(session.project.db);
  },
  'corpus.stopWords': (session, { language, words, texts }) => {
    const chosen = language === undefined ? mainLanguage(session) : chosenLanguage(language);
    const list = stopList(chosen);
    const types =
      corpusSummary(session.project.db).tokens === 0 ? noTypes : trainingTexts(session, texts).types();
    const entries = words ?? [...list.words, ...list.content];
    return {
      ...list,
      language: chosen,
      ...(words === undefined ? {} : { words }),
      occurring: occurringEntries(session, entries, types, chosen),
    };
  },
  'corpus.readStopWords': (_session, { file }) => ({ words: stopWordsIn(wholeText(pathOf(file))) }),
  'corpus.words': wordList,
  'corpus.order': (session, { texts }) => ({ texts: inOrder(session, texts) }),
};

/** Languages of files that the program cuts and has no stems for, where stems are wanted. */
function unstemmedOf(
  files: readonly Pick<FileReport, 'language' | 'method'>[],
  tokens: TokenSettings,
): { readonly unstemmed?: readonly string[] } {
  const cut = files.filter(({ method }) => method !== 'given');
  const languages = unstemmed(
    cut.map(({ language }) => language),
    tokens,
  );
  return languages.length === 0 ? {} : { unstemmed: languages };
}

const againOf = (again: TextsAgain) => (again.count === 0 ? {} : { again });

const noTypes = { forms: [], counts: new Uint32Array() };

/** Ids of all that are meant. */
const documentsOf = (session: Session, texts: TextsRef): readonly number[] =>
  chosenTexts(session, texts).only ?? textsOf(session).matching([]).documents;
