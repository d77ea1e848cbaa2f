import { emptyDictionary, type CountChangeRow } from '../contract/cutting.ts';
import { AppError } from '../contract/errors.ts';
import { compareCuts, type CutCounts } from '../corpus/compare-cuts.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { dictionaryOf } from '../opened/cutting.ts';
import { listDocuments } from '../project/documents.ts';
import { storedText } from './cutting-calls.ts';
import type { Handlers } from './handlers.ts';

export const compareCutsCalls: Pick<Handlers<'corpus'>, 'corpus.compareCuts'> = {
  'corpus.compareCuts': async (session, request, hooks) => {
    const { environment, project } = session;
    const { db } = project;
    const { texts, limit } = request;
    const chosen = chosenTexts(session, texts);
    const wanted = listDocuments(db).filter(({ id }) => chosen.has(id));
    const cut = wanted.filter(({ method }) => method !== 'given');
    if (cut.length === 0) throw new AppError('E_NO_CORPUS');
    const way = ({ tokens, dictionary }: typeof request.first) => ({
      tokens,
      dictionary: dictionary ? dictionaryOf(db) : emptyDictionary,
    });
    const compared = await compareCuts(
      cut.map((document) => storedText(db, document)),
      { first: way(request.first), second: way(request.second) },
      environment,
      hooks,
    );
    const { first, second, disagreements, ...figures } = compared;
    const counts = changedCounts(first, second);
    return {
      ...figures,
      first: { tokens: first.tokens, types: first.counts.size },
      second: { tokens: second.tokens, types: second.counts.size },
      total: disagreements.length,
      rows: disagreements.slice(0, limit),
      changed: counts.length,
      counts: counts.slice(0, limit),
      given: wanted.length - cut.length,
    };
  },
};

/** Words that one way counts more often, the largest difference first. */
function changedCounts(first: CutCounts, second: CutCounts): CountChangeRow[] {
  const words = new Set([...first.counts.keys(), ...second.counts.keys()]);
  const difference = (row: CountChangeRow) => Math.abs(row.first - row.second);
  return [...words]
    .map((word) => ({ word, first: first.counts.get(word) ?? 0, second: second.counts.get(word) ?? 0 }))
    .filter((row) => row.first !== row.second)
    .sort((x, y) => difference(y) - difference(x) || (x.word < y.word ? -1 : 1));
}
