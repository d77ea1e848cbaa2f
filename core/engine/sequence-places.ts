import type { Checked, Output } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { SentenceRow, StateLine } from '../contract/sequence.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { oneLine } from '../lines/one-line.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { linesAt } from '../opened/lines-at.ts';
import { loadSequence, partsOf, type LoadedSequence } from '../opened/loaded-sequence.ts';
import type { Opened } from '../opened/opened.ts';
import { readText } from '../project/document-text.ts';
import { listDocuments } from '../project/documents.ts';
import { readTokenWindow } from '../project/occurrences.ts';
import { documentOf } from '../sequence/corpus-rows.ts';
import { orderSentences } from '../sequence/corpus-surprisal.ts';
import type { RankedPlace } from '../sequence/ranked-places.ts';
import { similarSpans, spanOf } from '../sequence/similar-spans.ts';
import { readWhole } from './sequence-states.ts';

/** Sentences of the corpus by their surprisal. Reads it once. */
export async function sentencesBySurprisal(
  opened: Opened,
  { model, order, minWords, maxWords, heldOutOnly, texts, offset, limit }: Checked<'sequence.sentences'>,
  hooks: Hooks,
): Promise<Output<'sequence.sentences'>> {
  const loaded = loadSequence(opened, model);
  const { only } = chosenTexts(opened, texts);
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
  const { db } = opened.project;
  const names = documentNames(opened);
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

const documentNames = ({ project }: Opened): ReadonlyMap<number, string> =>
  new Map(listDocuments(project.db).map(({ id, name }) => [id, name]));

/** Where a unit stands highest, or lowest. */
export async function placesOfUnit(
  opened: Opened,
  { model, unit: number, layer, part, lowest, width, limit }: Checked<'sequence.unit'>,
  hooks: Hooks,
): Promise<Output<'sequence.unit'>> {
  const loaded = loadSequence(opened, model);
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
  return { model: loaded.model.name, lines: stateLines(opened, loaded, scored, width, 1) };
}

/** From 0; the top layer without one. */
function checkedLayer(layers: number, layer: number | undefined): number {
  if (layer !== undefined && layer >= layers)
    throw new AppError('E_REQUEST_INVALID', { field: 'layer', reason: `they run from 0 to ${layers - 1}` });
  return layer ?? layers - 1;
}

/** Places whose states are most like those of a span of a sentence. */
export async function placesLikeSpan(
  opened: Opened,
  { model, sentence, from, to, layer, width, limit }: Checked<'sequence.similar'>,
  hooks: Hooks,
): Promise<Output<'sequence.similar'>> {
  const loaded = loadSequence(opened, model);
  const ofLayer = checkedLayer(loaded.shape.layers, layer);
  const { reader, steps } = readWhole(opened, loaded, sentence);
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
      if (!opened.project.db.open) throw new AppError('E_CANCELLED');
    },
  );
  loaded.stillReads(corpus, documents);
  return {
    model: loaded.model.name,
    lines: stateLines(opened, loaded, places.slice(0, limit), width, span.length),
  };
}

function stateLines(
  { project }: Opened,
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
