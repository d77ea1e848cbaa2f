import type { ExportResult } from '../contract/exchange.ts';
import type { Hooks } from '../contract/progress.ts';
import { float32Text } from '../exchange/number-text.ts';
import { exportTensors, type Tensor } from '../exchange/safetensors.ts';
import type { Cell, Table } from '../exchange/table.ts';
import { listDocuments } from '../project/documents.ts';
import { findSequenceModel, readSequenceWords, readWeights } from '../project/sequence-models.ts';
import { isEnd } from '../sequence/corpus-rows.ts';
import { endOfSentence, unknownRow } from '../sequence/sequence-data.ts';
import { loadSequence, type ReadCorpus } from '../opened/loaded-sequence.ts';
import { sequenceSummary } from '../opened/sequence-summaries.ts';
import { typesOf } from '../opened/opened.ts';
import { trainedTokens, type TrainedTokens } from '../opened/trained-tokens.ts';
import type { Session } from './session.ts';

/**
 * All weights under PyTorch’s names. PyTorch adds two biases where one does; the second is written as zeros, so that its modules load
 * the file as it is.
 */
export function exportWeights(
  session: Session,
  { name, target }: { readonly name: string | undefined; readonly target: string },
  hooks: Hooks,
): Promise<ExportResult> {
  const { db } = session.project;
  const model = findSequenceModel(db, name);
  const { forms, counts } = readSequenceWords(db, model.id);
  const tensors = readWeights(db, model.id).flatMap(({ name: weight, rows, columns, values }): Tensor[] => {
    const tensor = { name: weight, shape: rows === 1 ? [columns] : [rows, columns], values };
    if (!weight.startsWith('rnn.bias_ih')) return [tensor];
    return [tensor, { ...tensor, name: weight.replace('_ih_', '_hh_'), values: new Float32Array(columns) }];
  });
  const { settings, subCorpus, ...summary } = sequenceSummary(session, model);
  const { cell } = model.settings;
  return exportTensors(
    tensors,
    {
      target,
      metadata: { format: 'pt', model: model.name, cell },
      settings: {
        model: model.name,
        settings,
        ...(subCorpus === null ? {} : { subCorpus }),
        heldOutPerplexity: summary.heldOutPerplexity,
        baselines: summary.baselines,
        trainTokens: summary.trainTokens,
        heldOutTokens: summary.heldOutTokens,
        sha256: model.sha256,
        words: forms,
        counts: Array.from(counts),
      },
    },
    hooks,
  );
}

/** Surprisal of every word of the corpus. Reads it once. @throws AppError E_NO_CORPUS, E_CANCELLED, E_NO_SEQUENCE_MODEL, E_SEQUENCE_UNKNOWN */
export async function surprisalTable(
  session: Session,
  name: string | undefined,
  hooks: Hooks,
): Promise<Table> {
  const loaded = loadSequence(session, name);
  const { corpus, bits, places } = await loaded.readCorpus(undefined, hooks);
  const { db } = session.project;
  const names = new Map(listDocuments(db).map(({ id, name: document }) => [id, document]));
  const tokens = trainedTokens(
    session,
    { only: undefined, types: () => typesOf(session) },
    loaded.settings.layer,
  );
  const text = (column: string) => ({ name: column, kind: 'text' }) as const;
  const number = (column: string) => ({ name: column, kind: 'number' }) as const;
  return {
    columns: [
      text('document'),
      ...['sentence', 'position'].map(number),
      text('word'),
      ...['known', 'bits', 'held_out', 'trained'].map(number),
    ],
    rowCount: corpus.rows.length - corpus.textStarts.length,
    numberText: (value) => (Number.isInteger(value) ? String(value) : float32Text(value)),
    rows: rowsOf(tokens, { corpus, bits, places }, names),
  };
}

function* rowsOf(
  tokens: TrainedTokens,
  { corpus, bits, places }: Pick<ReadCorpus, 'corpus' | 'bits' | 'places'>,
  names: ReadonlyMap<number, string>,
): Generator<readonly Cell[], void, undefined> {
  let text = 0;
  const { forms } = tokens.types();
  for (const { document, ids } of tokens.texts()) {
    const start = corpus.textStarts[text]!;
    text += 1;
    const end = corpus.textStarts[text] ?? corpus.rows.length;
    let sentence = 1;
    for (let at = start + 1; at < end; at += 1) {
      const row = corpus.rows[at]!;
      const position = corpus.positions[at]!;
      const ends = isEnd(row);
      yield [
        names.get(document) ?? '',
        sentence,
        ends ? null : position,
        ends ? endOfSentence : (forms[ids[position]!] ?? ''),
        Number(row !== unknownRow),
        bits[at]!,
        Number(places.heldOut(document, position)),
        Number(places.trained(document, position)),
      ];
      sentence += Number(ends);
    }
  }
}
