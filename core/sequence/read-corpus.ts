import type { CorpusRows } from './corpus-rows.ts';
import { isEnd } from './corpus-rows.ts';
import type { Reader } from './reader.ts';
import { endRow, noTarget, startOfText } from './sequence-data.ts';

/** What was read at once: steps × batch, step-major. */
export interface ReadStretch {
  readonly steps: number;
  readonly batch: number;
  /** Index into the rows of the corpus of what was read; −1 where there was nothing left to read. */
  readonly places: Int32Array;
  /** The row to be predicted there. */
  readonly targets: Uint32Array;
}

/** Texts that are read side by side, and steps at once. */
export const corpusReading = { batch: 32, steps: 32 } as const;
/** Where states begin anew with each sentence, texts are cut into portions of about so many rows, so that none is waited for at the end. */
const rowsPerPortion = 400;

interface Portion {
  /** First row that is read. */
  readonly from: number;
  /** Row that is predicted last and not read. */
  readonly to: number;
}

/**
 * Reads the whole corpus once. A state begins anew with each text, and with each sentence where the model’s memory ends there.
 * @param visit told what was read, while the reader still holds its states
 * @returns a stepper that yields the share done, 0 to 1
 */
export function* readCorpus(
  reader: Reader,
  { rows, textStarts }: CorpusRows,
  memory: 'sentence' | 'document',
  visit: (stretch: ReadStretch) => void,
): Generator<number, void, undefined> {
  const { batch, steps } = corpusReading;
  const portions = portionsOf(rows, textStarts, memory);
  const lanes: ((Portion & { at: number }) | null)[] = Array.from({ length: batch }, () => null);
  const inputs = new Uint32Array(steps * batch);
  const targets = new Uint32Array(steps * batch);
  const resets = new Uint8Array(steps * batch);
  const places = new Int32Array(steps * batch);
  let taken = 0;
  let read = 0;
  reader.begin();
  for (;;) {
    let busy = false;
    for (let step = 0; step < steps; step += 1)
      for (let lane = 0; lane < batch; lane += 1) {
        const cell = step * batch + lane;
        let now = lanes[lane] ?? null;
        const begins = now === null && taken < portions.length;
        if (begins) lanes[lane] = now = { ...portions[taken]!, at: portions[taken++]!.from };
        if (now === null) {
          inputs[cell] = endRow;
          targets[cell] = noTarget;
          resets[cell] = 1;
          places[cell] = -1;
          continue;
        }
        const { at, to } = now;
        inputs[cell] = rows[at]! & ~startOfText;
        targets[cell] = rows[at + 1]!;
        resets[cell] = Number(begins || (memory === 'sentence' && isEnd(rows[at]!)));
        places[cell] = at;
        busy = true;
        read += 1;
        now.at = at + 1;
        if (now.at === to) lanes[lane] = null;
      }
    if (!busy) return;
    reader.read(inputs, steps, batch, resets);
    visit({ steps, batch, places, targets });
    yield Math.min(1, read / rows.length);
  }
}

function portionsOf(
  rows: Uint32Array,
  textStarts: Uint32Array,
  memory: 'sentence' | 'document',
): readonly Portion[] {
  const portions: Portion[] = [];
  textStarts.forEach((start, text) => {
    const last = (textStarts[text + 1] ?? rows.length) - 1;
    let from = start;
    if (memory === 'sentence')
      for (let at = start + 1; at < last; at += 1)
        if (at - from >= rowsPerPortion && isEnd(rows[at]!)) {
          portions.push({ from, to: at });
          from = at;
        }
    portions.push({ from, to: last });
  });
  return portions;
}
