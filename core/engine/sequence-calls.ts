import type { Checked, Output } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { SentenceRow, SequenceStates, StateLine } from '../contract/sequence.ts';
import { oneLine } from '../lines/one-line.ts';
import { readText } from '../project/document-text.ts';
import { listDocuments } from '../project/documents.ts';
import { readTokenWindow } from '../project/occurrences.ts';
import { deleteSequenceModel, findSequenceModel, renameSequenceModel } from '../project/sequence-models.ts';
import { documentOf } from '../sequence/corpus-rows.ts';
import { orderSentences } from '../sequence/corpus-surprisal.ts';
import type { RankedPlace } from '../sequence/ranked-places.ts';
import { inputsOf, likeliest, readThrough, surprisals, type TextInputs } from '../sequence/read-text.ts';
import { bitsOf } from '../sequence/reader.ts';
import { sampleText, textOf } from '../sequence/sample-text.ts';
import { endRow, unknownRow } from '../sequence/sequence-data.ts';
import { similarSpans, spanOf } from '../sequence/similar-spans.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import type { Handlers } from './handlers.ts';
import { linesAt } from '../opened/lines-at.ts';
import { forgetSequence, loadSequence, partsOf, type LoadedSequence } from '../opened/loaded-sequence.ts';
import { estimateSequence, sequencePreset } from './sequence-plans.ts';
import { sequenceSummaries, sequenceSummary } from '../opened/sequence-summaries.ts';
import type { Session } from './session.ts';
import { sentencesOf } from '../opened/tokens-of.ts';
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
  'sequence.states': states,
  'sequence.surprisal': (session, { text, model }) => {
    const loaded = loadSequence(session, model);
    const { tokens, endBits } = surprisals(loaded.reader(), typedText(session, loaded, text));
    const all = [...tokens, { word: loaded.vocabulary.words[endRow]!, known: true, bits: endBits }];
    const bits = all.reduce((sum, token) => sum + (token.bits ?? 0), 0);
    const bitsPerWord = bits / (all.length - 1);
    return { model: loaded.model.name, tokens: all, bitsPerWord, perplexity: 2 ** bitsPerWord };
  },
  'sequence.sentences': sentences,
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
  'sequence.unit': unit,
  'sequence.similar': similar,
};

/** @throws AppError E_NO_WORDS where no word is left, or the model knows none of them */
function typedText(session: Session, { vocabulary, settings }: LoadedSequence, text: string): TextInputs {
  const cut = sentencesOf(session, text);
  if (!cut.flat().some((word) => vocabulary.rowOf(word) !== unknownRow)) throw new AppError('E_NO_WORDS');
  return inputsOf(cut, vocabulary, settings.memory);
}

/** States of longer texts than this are no picture any more. */
const longestSentence = 1000;

interface WholeReading {
  readonly text: TextInputs;
  readonly reader: ReturnType<LoadedSequence['reader']>;
  readonly steps: number;
}

/** Reads a sentence at once, so that all of its states are there together. */
function readWhole(session: Session, loaded: LoadedSequence, sentence: string): WholeReading {
  const text = typedText(session, loaded, sentence);
  const steps = text.inputs.length;
  if (steps > longestSentence)
    throw new AppError('E_REQUEST_INVALID', {
      field: 'sentence',
      reason: `it has more than ${longestSentence} words`,
    });
  const reader = loaded.reader(steps);
  reader.begin();
  reader.read(text.inputs, steps, 1, text.resets);
  return { text, reader, steps };
}

function states(session: Session, { sentence, top, model }: Checked<'sequence.states'>): SequenceStates {
  const loaded = loadSequence(session, model);
  const { shape, vocabulary } = loaded;
  const { layers, hidden, cell } = shape;
  const { text, reader, steps } = readWhole(session, loaded, sentence);
  const parts = partsOf(cell);
  const values = new Float32Array(parts.length * layers * steps * hidden);
  parts.forEach((part, at) => {
    for (let layer = 0; layer < layers; layer += 1)
      values.set(
        reader.part(part, layer).subarray(0, steps * hidden),
        (at * layers + layer) * steps * hidden,
      );
  });
  const bits: number[] = [];
  const next = Array.from({ length: steps }, (_, step) => {
    const logs = reader.logProbabilities(step);
    bits.push(bitsOf(logs[text.inputs[step + 1] ?? endRow]!));
    return likeliest(logs, vocabulary.words, Math.max(1, top));
  });
  return {
    model: loaded.model.name,
    cell,
    layers,
    hidden,
    tokens: text.words.map((word, step) => ({
      word,
      known: text.inputs[step] !== unknownRow,
      bits: step === 0 ? null : bits[step - 1]!,
    })),
    endBits: bits[steps - 1]!,
    parts,
    values,
    next,
    gradientNorms: gradientNorms(loaded, text),
  };
}

/** Of the last word’s loss, from the step before it back to the beginning. */
function gradientNorms(loaded: LoadedSequence, { inputs, resets }: TextInputs): readonly number[] {
  const steps = inputs.length - 1;
  const reader = loaded.reader(steps);
  reader.begin();
  reader.read(inputs.slice(0, steps), steps, 1, resets.slice(0, steps));
  return Array.from(reader.gradientNorms(inputs[steps]!));
}

async function sentences(
  session: Session,
  { model, order, minWords, maxWords, heldOutOnly, texts, offset, limit }: Checked<'sequence.sentences'>,
  hooks: Hooks,
): Promise<Output<'sequence.sentences'>> {
  const loaded = loadSequence(session, model);
  const { only } = chosenTexts(session, texts);
  if (only?.length === 0) return { model: loaded.model.name, total: 0, rows: [] };
  const { corpus, costs, places } = await loaded.readCorpus(only, hooks);
  const { firsts, ends, unknown, bitsPerWord } = costs;
  const placeOf = (sentence: number) => {
    const first = firsts[sentence]!;
    return [documentOf(corpus, first), corpus.positions[first]!] as const;
  };
  const ranked = orderSentences(costs, {
    order,
    minWords,
    maxWords,
    wanted: (sentence) => !heldOutOnly || places.heldOut(...placeOf(sentence)),
  });
  const { db } = session.project;
  const names = documentNames(session);
  const rows = Array.from(ranked.subarray(offset, offset + limit), (sentence): SentenceRow => {
    const [document, position] = placeOf(sentence);
    const words = ends[sentence]! - firsts[sentence]!;
    const { nodeStart, end } = readTokenWindow(db, document, position, 0, words - 1);
    return {
      documentId: document,
      document: names.get(document) ?? '',
      position,
      text: oneLine(readText(db, document, nodeStart, end)),
      words,
      unknown: unknown[sentence]!,
      bitsPerWord: bitsPerWord[sentence]!,
      trained: places.trained(document, position),
      heldOut: places.heldOut(document, position),
    };
  });
  return { model: loaded.model.name, total: ranked.length, rows };
}

const documentNames = ({ project }: Session): ReadonlyMap<number, string> =>
  new Map(listDocuments(project.db).map(({ id, name }) => [id, name]));

async function unit(
  session: Session,
  { model, unit: number, layer, part, lowest, width, limit }: Checked<'sequence.unit'>,
  hooks: Hooks,
): Promise<Output<'sequence.unit'>> {
  const loaded = loadSequence(session, model);
  const { shape } = loaded;
  const ofLayer = checkedLayer(shape.layers, layer);
  if (number >= shape.hidden)
    throw new AppError('E_REQUEST_INVALID', {
      field: 'unit',
      reason: `they run from 0 to ${shape.hidden - 1}`,
    });
  if (!partsOf(shape.cell).includes(part))
    throw new AppError('E_REQUEST_INVALID', {
      field: 'part',
      reason: 'the simple cell has hidden states only',
    });
  const peaks = await loaded.peaks(part, ofLayer, limit, hooks);
  const ranked = (lowest ? peaks.lowest : peaks.highest)[number]!.ranked().slice(0, limit);
  const scored = lowest ? ranked.map(({ place, score }) => ({ place, score: -score })) : ranked;
  return { model: loaded.model.name, lines: stateLines(session, loaded, scored, width, 1) };
}

/** From 0; the top layer without one. */
function checkedLayer(layers: number, layer: number | undefined): number {
  if (layer !== undefined && layer >= layers)
    throw new AppError('E_REQUEST_INVALID', { field: 'layer', reason: `they run from 0 to ${layers - 1}` });
  return layer ?? layers - 1;
}

async function similar(
  session: Session,
  { model, sentence, from, to, layer, width, limit }: Checked<'sequence.similar'>,
  hooks: Hooks,
): Promise<Output<'sequence.similar'>> {
  const loaded = loadSequence(session, model);
  const ofLayer = checkedLayer(loaded.shape.layers, layer);
  const { reader, steps } = readWhole(session, loaded, sentence);
  if (from > to || to >= steps) throw new AppError('E_STEP_UNKNOWN', { steps: steps - 1 });
  const span = spanOf(reader.part('hidden', ofLayer), loaded.shape.hidden, from, to, ofLayer);
  const documents = loaded.own();
  const corpus = loaded.corpus(documents);
  const places = await finishSteps(
    similarSpans(loaded.corpusReader(), corpus, {
      memory: loaded.settings.memory,
      span,
      keep: Math.max(1, limit),
    }),
    { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
    () => {
      if (!session.project.db.open) throw new AppError('E_CANCELLED');
    },
  );
  loaded.stillReads(corpus, documents);
  return {
    model: loaded.model.name,
    lines: stateLines(session, loaded, places.slice(0, limit), width, span.length),
  };
}

function stateLines(
  { project }: Session,
  loaded: LoadedSequence,
  places: readonly RankedPlace[],
  width: number,
  tokens: number,
): StateLine[] {
  const corpus = loaded.corpus(loaded.own());
  const occurrences = places.map(({ place }) => ({
    document: documentOf(corpus, place),
    position: corpus.positions[place]!,
    tokens,
  }));
  return linesAt(project.db, occurrences, width).map((line, at) => ({ ...line, score: places[at]!.score }));
}
