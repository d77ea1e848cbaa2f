import { deleteSequenceModel, findSequenceModel, renameSequenceModel } from '../project/sequence-models.ts';
import { likeliest, readThrough, surprisals } from '../sequence/read-text.ts';
import { sampleText, textOf } from '../sequence/sample-text.ts';
import { endRow } from '../sequence/sequence-data.ts';
import { forgetSequence, loadSequence } from '../opened/loaded-sequence.ts';
import { sequenceSummaries, sequenceSummary } from '../opened/sequence-summaries.ts';
import { sentencesOf } from '../opened/tokens-of.ts';
import type { Handlers } from './handlers.ts';
import { estimateSequence, sequencePreset } from './sequence-plans.ts';
import { placesLikeSpan, placesOfUnit, sentencesBySurprisal } from './sequence-places.ts';
import { sequenceStates, typedText } from './sequence-states.ts';
import { trainSequence } from './train-sequence.ts';

export const sequenceCalls: Handlers<'sequence'> = {
  'sequence.preset': sequencePreset,
  'sequence.estimate': estimateSequence,
  'sequence.train': trainSequence,
  'sequence.list': sequenceSummaries,
  'sequence.rename': (session, { model, name }) => {
    const { db } = session.project;
    renameSequenceModel(db, model, name);
    return sequenceSummary(session, findSequenceModel(db, name));
  },
  'sequence.delete': (session, { model }) => {
    const { db } = session.project;
    const { id } = findSequenceModel(db, model);
    deleteSequenceModel(db, model);
    forgetSequence(session, id);
    return null;
  },
  'sequence.predict': (session, { text, top, model }) => {
    const loaded = loadSequence(session, model);
    const typed = typedText(session, loaded, text);
    const reader = loaded.reader();
    const { tokens } = surprisals(reader, typed);
    let last = 0;
    readThrough(reader, typed, (_, steps) => (last = steps - 1));
    const predictions = likeliest(reader.logProbabilities(last), loaded.vocabulary.words, Math.max(1, top));
    return { model: loaded.model.name, predictions, tokens };
  },
  'sequence.states': sequenceStates,
  'sequence.surprisal': (session, { text, model }) => {
    const loaded = loadSequence(session, model);
    const { tokens, endBits } = surprisals(loaded.reader(), typedText(session, loaded, text));
    const all = [...tokens, { word: loaded.vocabulary.words[endRow]!, known: true, bits: endBits }];
    const bits = all.reduce((sum, token) => sum + (token.bits ?? 0), 0);
    const bitsPerWord = bits / (all.length - 1);
    return { model: loaded.model.name, tokens: all, bitsPerWord, perplexity: 2 ** bitsPerWord };
  },
  'sequence.sentences': sentencesBySurprisal,
  'sequence.sample': (session, { start, words, temperature, seed, model }) => {
    const loaded = loadSequence(session, model);
    const before = sentencesOf(session, start);
    if (start.trim() !== '') typedText(session, loaded, start);
    const tokens = sampleText(loaded.reader(), loaded.vocabulary, {
      start: before,
      words,
      temperature,
      seed,
      memory: loaded.settings.memory,
    });
    return { model: loaded.model.name, text: textOf(tokens), tokens };
  },
  'sequence.unit': placesOfUnit,
  'sequence.similar': placesLikeSpan,
};
