import { AppError } from '../contract/errors.ts';
import { unstemmed } from '../contract/stem-languages.ts';
import { cuttingRules } from '../corpus/tokenize/cutting-rules.ts';
import { readDictionary } from '../corpus/read-dictionary.ts';
import { recutTexts, type StoredText } from '../corpus/recut-texts.ts';
import { tidyDictionary } from '../corpus/tidy-dictionary.ts';
import { phrases, type Stretch } from '../lines/phrases.ts';
import { goOn, whileGoing } from '../stop-signal.ts';
import { dictionaryOf, lastCut } from '../opened/cutting.ts';
import { typesOf } from '../opened/opened.ts';
import { readText, readTextPieces } from '../project/document-text.ts';
import { corpusSummary, listDocuments, type StoredDocument } from '../project/documents.ts';
import type { ReadDb } from '../project/connection.ts';
import { recutDocuments, type NewTokens } from '../project/recut-documents.ts';
import { writeProjectSetting } from '../project/project-settings.ts';
import type { TokenPiece } from '../project/token-chunks.ts';
import { readTokens } from '../project/token-stream.ts';
import { readTypes } from '../project/types.ts';
import { pathOf, type Handlers } from './handlers.ts';

export const cuttingCalls: Pick<
  Handlers<'corpus'>,
  'corpus.cutting' | 'corpus.setDictionary' | 'corpus.readDictionary' | 'corpus.phrases' | 'corpus.recut'
> = {
  'corpus.cutting': ({ project: { db } }) => {
    const { tokens, dictionary: used, otherwise } = lastCut(db);
    const dictionary = dictionaryOf(db);
    return {
      tokens,
      dictionary,
      pending: JSON.stringify(used) !== JSON.stringify(dictionary),
      otherwise,
      languages: languagesOfCut(listDocuments(db)),
    };
  },
  'corpus.setDictionary': ({ project: { db } }, { dictionary }) => {
    writeProjectSetting(db, 'dictionary', tidyDictionary(dictionary));
    return null;
  },
  'corpus.readDictionary': (_session, { file }) => tidyDictionary(readDictionary(pathOf(file))),
  'corpus.phrases': (session, { minCount, threshold, offset, limit }) => {
    const { db } = session.project;
    if (corpusSummary(db).tokens === 0) throw new AppError('E_NO_CORPUS');
    const rows = phrases(() => stretches(db), typesOf(session), {
      minCount: Math.max(1, minCount),
      threshold,
    });
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  'corpus.recut': async ({ environment, project, training }, { tokens }, hooks) => {
    if (training !== null)
      throw new AppError('E_REQUEST_INVALID', { reason: 'a model is being trained on these texts' });
    const { db } = project;
    const documents = listDocuments(db);
    if (documents.length === 0) throw new AppError('E_NO_CORPUS');
    const dictionary = dictionaryOf(db);
    // Words that a file gave itself are not cut, so they stay as they are.
    const cut = documents.filter(({ method }) => method !== 'given');
    const spool = await recutTexts(
      {
        environment,
        texts: cut.map((document) => storedText(db, document)),
        tokens,
        dictionary,
        spoolFolder: project.temporaryFolder,
      },
      hooks,
    );
    try {
      const { forms, numberOf } = extended(spool.forms);
      const recut = new Map<number, NewTokens>(
        [...spool.documents()].map((one, at) => [
          cut[at]!.id,
          { tokens: () => one.tokens(), layers: one.annotations().layers },
        ]),
      );
      const known = readTypes(db).forms;
      for (const { id, method } of whileGoing(documents, () => goOn(hooks.signal)))
        if (method === 'given') {
          const pieces = [...readTokens(db, id)].map((piece) => ({
            ...piece,
            ids: piece.ids.map((type) => numberOf(known[type]!)),
          }));
          recut.set(id, { tokens: () => pieces });
        }
      recutDocuments(
        db,
        { forms, documents: recut, settings: { tokens, dictionary, rules: cuttingRules } },
        hooks,
      );
    } finally {
      spool.remove();
    }
    const missing = unstemmed(languagesOfCut(documents), tokens);
    return { ...corpusSummary(db), ...(missing.length === 0 ? {} : { unstemmed: missing }) };
  },
};

/** Of the texts that the program cuts, each once. */
const languagesOfCut = (documents: readonly StoredDocument[]): readonly string[] => [
  ...new Set(documents.filter(({ method }) => method !== 'given').map(({ language }) => language)),
];

const sign = /[^\s\p{Cf}]/u;

/** Tokens before which the text has more than white space: a sign that does not count parts words all the same. */
function* behindSigns(db: ReadDb, document: number, { starts, lengths }: TokenPiece): Generator<number> {
  const last = starts.length - 1;
  if (last < 1) return;
  const from = starts[0]!;
  const text = readText(db, document, from, starts[last]! + lengths[last]!);
  for (let at = 1; at <= last; at += 1) {
    const end = starts[at - 1]! + lengths[at - 1]!;
    if (end < starts[at]! && sign.test(text.slice(end - from, starts[at]! - from))) yield at;
  }
}

function* stretches(db: ReadDb): Generator<Stretch> {
  for (const { id } of listDocuments(db)) {
    let first = 0;
    for (const piece of readTokens(db, id)) {
      const before = first;
      const breaks = new Set(Array.from(piece.sentenceStarts, (start) => start - before));
      for (const at of behindSigns(db, id, piece)) breaks.add(at);
      yield { ids: piece.ids, breaks };
      first += piece.ids.length;
    }
  }
}

export const storedText = (db: ReadDb, { id, name, language }: StoredDocument): StoredText => ({
  name,
  language,
  text: () => readTextPieces(db, id),
});

/** Forms that grow. */
function extended(given: readonly string[]) {
  const forms = [...given];
  const numbers = new Map(forms.map((form, number) => [form, number]));
  const numberOf = (form: string) => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, forms.length);
    return forms.push(form) - 1;
  };
  return { forms, numberOf };
}
