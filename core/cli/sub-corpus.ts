import { lineOf } from '../contract/conditions.ts';
import type { ChosenSubCorpus, TrainedSubCorpus } from '../contract/corpus.ts';

/** “Early (year=..1815)”, or the conditions alone. */
export function subCorpusName({ name, conditions }: ChosenSubCorpus): string {
  const where = lineOf(conditions);
  return name === undefined ? where : `${name} (${where})`;
}

/** The texts of a model, for a list of models. */
export const textsColumn = (subCorpus: TrainedSubCorpus | null): string =>
  subCorpus === null ? '' : subCorpusName(subCorpus);

/** A line that says what was trained on where it was not the whole corpus. */
export const textsLine = (subCorpus: TrainedSubCorpus | null): readonly string[] =>
  subCorpus === null
    ? []
    : [
        `Texts: ${subCorpusName(subCorpus)}, ${subCorpus.documents} documents, ${subCorpus.tokens} tokens, sha256 ${subCorpus.digest}`,
      ];
