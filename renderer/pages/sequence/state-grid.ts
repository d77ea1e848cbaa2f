import { stateParts, type SequenceStates, type StatePart } from '../../../core/contract/sequence.ts';
import { symmetricLimit, type Grid } from '../../parts/heatmap/grid.ts';

/** Gates are shares; candidates and hidden states come out of tanh; the cell alone has no bounds. */
const gates: readonly StatePart[] = ['input', 'forget', 'output'];

/**
 * Steps × units of one part of the states, or null where the cell has no such part. Scales are the same for every sentence and model
 * wherever the part has bounds, so that pictures can be compared. Units are counted from 1.
 * @param names what each step is called
 */
export function stateGrid(
  states: SequenceStates,
  part: StatePart,
  layer: number,
  names: readonly string[],
): Grid | null {
  const place = states.parts.indexOf(part);
  if (place < 0) return null;
  const { hidden, layers } = states;
  const steps = states.tokens.length;
  const size = steps * hidden;
  const begin = (place * layers + Math.min(layer, layers - 1)) * size;
  const values = states.values.slice(begin, begin + size);
  const isGate = gates.includes(part);
  return {
    rows: names,
    columns: Array.from({ length: hidden }, (_, unit) => String(unit + 1)),
    values,
    limit: part === 'cell' ? symmetricLimit(values) : 1,
    scale: isGate ? 'sequential' : 'diverging',
    columnsAre: 'numbers',
  };
}

/** Parts that at least one of the models has, in the order of the contract. */
export function partsOf(...models: readonly (SequenceStates | null)[]): readonly StatePart[] {
  return stateParts.filter((part) => models.some((one) => one?.parts.includes(part) === true));
}
