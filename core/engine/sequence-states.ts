import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { SequenceStates } from '../contract/sequence.ts';
import { loadSequence, partsOf, type LoadedSequence } from '../opened/loaded-sequence.ts';
import type { Opened } from '../opened/opened.ts';
import { sentencesOf } from '../opened/tokens-of.ts';
import { inputsOf, likeliest, type TextInputs } from '../sequence/read-text.ts';
import { bitsOf } from '../sequence/reader.ts';
import { endRow, unknownRow } from '../sequence/sequence-data.ts';

/** @throws AppError E_NO_WORDS where no word is left, or the model knows none of them */
export function typedText(
  opened: Opened,
  { vocabulary, settings }: LoadedSequence,
  text: string,
): TextInputs {
  const cut = sentencesOf(opened, text);
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
export function readWhole(opened: Opened, loaded: LoadedSequence, sentence: string): WholeReading {
  const text = typedText(opened, loaded, sentence);
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

/** States, gates and probabilities of a sentence, step by step. */
export function sequenceStates(
  opened: Opened,
  { sentence, top, model }: Checked<'sequence.states'>,
): SequenceStates {
  const loaded = loadSequence(opened, model);
  const { shape, vocabulary } = loaded;
  const { layers, hidden, cell } = shape;
  const { text, reader, steps } = readWhole(opened, loaded, sentence);
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
