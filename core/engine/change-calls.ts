import { foundAt, measureChange } from '../change/measure-change.ts';
import { periodContexts } from '../change/period-contexts.ts';
import { smallPeriod, type ChangeObstacle, type ChangePeriod, type ChangeRow } from '../contract/change.ts';
import { AppError } from '../contract/errors.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { spellings } from '../opened/corpus-words.ts';
import { typesOf } from '../opened/opened.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { readTokenIds } from '../project/token-stream.ts';
import { goOn, whileGoing } from '../stop-signal.ts';
import { studyTexts, type StudyTexts } from '../studies/study-texts.ts';
import { buildVocabulary } from '../vocabulary/vocabulary.ts';
import type { Handlers } from './handlers.ts';

/** Contexts that are rarer than this say more about single texts than about words. */
const leastContext = 5;
/** Fewer texts have too few divisions. */
const leastTexts = 4;
const course = { resamples: 50, splits: 20 } as const;
/** Exponent of the counts of contexts (Levy, Goldberg & Dagan 2015). */
const exponent = 0.75;

export const changeCalls: Handlers<'change'> = {
  'change.words': async (session, request, hooks) => {
    const [from, to] = [request.from, request.to].map((conditions) =>
      trainingTexts(session, { conditions }),
    ) as [ReturnType<typeof trainingTexts>, ReturnType<typeof trainingTexts>];
    const earlier = new Set(from.only);
    if (to.only!.some((document) => earlier.has(document))) throw impossible('shared-texts');
    const types = typesOf(session);
    const [ofFrom, ofTo] = [from.types().counts, to.types().counts];
    const counts = ofFrom.map((count, type) => count + ofTo[type]!);
    const vocabulary = buildVocabulary(
      { forms: types.forms, counts },
      { minCount: leastContext, maxVocabulary: 0 },
    );
    const sides: number[] = [];
    const texts = studyTexts(
      vocabulary.words,
      sided(
        whileGoing(readTokenIds(session.project.db, [...from.only!, ...to.only!]), () => goOn(hooks.signal)),
        (document) => sides.push(Number(!earlier.has(document))),
      ),
      vocabulary.rowOfType,
    );
    if (
      sides.filter((side) => side === 0).length < leastTexts ||
      sides.filter((side) => side === 1).length < leastTexts
    )
      throw impossible('few-texts', { least: leastTexts });
    const spread = spreadOf(texts, sides);
    const targets = vocabulary.words.flatMap((_, row) =>
      spread.counts[0][row]! >= request.minCount && spread.counts[1][row]! >= request.minCount ? [row] : [],
    );
    if (targets.length === 0) throw impossible('no-words', { least: request.minCount });
    const contexts = periodContexts(texts, targets, { window: request.window, exponent });
    const { scores, tests, intervals, control } = await finishSteps(
      measureChange(contexts, Uint8Array.from(sides), {
        ...course,
        divisions: request.permutations,
        seed: request.seed,
      }),
      { signal: hooks.signal, onProgress: shareOf(hooks, 'comparing') },
    );
    const all = targets.flatMap((row, at): ChangeRow[] => {
      const test = tests[at];
      if (test == null) return [];
      return [
        {
          word: vocabulary.words[row]!,
          score: scores[at]!,
          ...intervals[at]!,
          ...test,
          countFrom: spread.counts[0][row]!,
          countTo: spread.counts[1][row]!,
          textsFrom: spread.texts[0][row]!,
          textsTo: spread.texts[1][row]!,
        },
      ];
    });
    const found = all.filter(({ q }) => q <= foundAt).length;
    const listed =
      request.words === undefined ? null : new Set(request.words.flatMap((word) => spellings(session, word)));
    return {
      method: request.method,
      from: periodOf(from),
      to: periodOf(to),
      words: targets.length,
      untested: targets.length - all.length,
      found,
      differsAsAWhole: found > all.length / 2,
      rows: all
        .filter(({ word }) => listed?.has(word) ?? true)
        .sort((a, b) => b.excess - a.excess)
        .slice(0, request.top),
      control,
    };
  },
};

const impossible = (reason: ChangeObstacle, details: { readonly least?: number } = {}) =>
  new AppError('E_CHANGE_IMPOSSIBLE', { reason, ...details });

const periodOf = ({ documents, tokens }: ReturnType<typeof trainingTexts>): ChangePeriod => ({
  texts: documents,
  tokens,
  isSmall: tokens < smallPeriod,
});

type Piece = ReturnType<typeof readTokenIds> extends Generator<infer P> ? P : never;

/** The same pieces; tells of each text as it ends. */
function* sided(
  pieces: Iterable<Piece>,
  ended: (document: number) => void,
): Generator<Piece, void, undefined> {
  for (const piece of pieces) {
    yield piece;
    if (piece.lastOfDocument) ended(piece.document);
  }
}

/** Occurrences and texts of each word, by side. */
function spreadOf({ words, tokens, starts }: StudyTexts, sides: readonly number[]) {
  const make = () => [new Uint32Array(words.length), new Uint32Array(words.length)] as const;
  const [counts, texts] = [make(), make()];
  const last = new Int32Array(words.length).fill(-1);
  sides.forEach((side, text) => {
    const [ownCounts, ownTexts] = [counts[side as 0 | 1], texts[side as 0 | 1]];
    for (let at = starts[text]!; at < starts[text + 1]!; at += 1) {
      const row = tokens[at]!;
      ownCounts[row] = ownCounts[row]! + 1;
      if (last[row] === text) continue;
      last[row] = text;
      ownTexts[row] = ownTexts[row]! + 1;
    }
  });
  return { counts, texts };
}
