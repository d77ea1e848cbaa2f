import type { PartModel } from './part-models.ts';

export function hasLength({ vectors, dimensions }: PartModel, word: number): boolean {
  for (let at = word * dimensions; at < (word + 1) * dimensions; at += 1) if (vectors[at] !== 0) return true;
  return false;
}

/** A copy, each row at length 1; rows of zeros stay. */
export function lengthened(rows: Float64Array, dimensions: number): Float64Array {
  const unit = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += dimensions) {
    let squares = 0;
    for (let at = row; at < row + dimensions; at += 1) squares += rows[at]! * rows[at]!;
    if (squares === 0) continue;
    const scale = 1 / Math.sqrt(squares);
    for (let at = row; at < row + dimensions; at += 1) unit[at] = rows[at]! * scale;
  }
  return unit;
}
