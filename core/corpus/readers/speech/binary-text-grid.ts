import { AppError } from '../../../contract/errors.ts';
import type { DocumentReader } from '../reader.ts';
import type { Label, Tier } from './tier.ts';
import { gridContents, gridLabel, type Grid } from './text-grid.ts';

const beginning = /^ooBinaryFile(?:\x08TextGrid|\nCollection)/;

/** What Praat writes with “Save as binary file…”: numbers in network order, texts behind their length. */
export const binaryTextGrid: DocumentReader = {
  id: 'binary-text-grid',
  accepts: (_, head) => beginning.test(Buffer.from(head.subarray(0, 32)).toString('latin1')),
  extract(bytes, file, taking) {
    const values = new BinaryValues(bytes, file);
    values.skip('ooBinaryFile'.length);
    if (values.name() === 'TextGrid') return gridContents([{ tiers: tiersOf(values) }], taking);
    const grids: Grid[] = [];
    for (let left = values.integer(); left > 0; left -= 1) {
      const kind = values.name();
      // Where another object ends only its own kind tells.
      if (kind !== 'TextGrid') throw values.refusal(`Praat: ${kind.slice(0, 40)}`);
      grids.push({ name: values.text(), tiers: tiersOf(values) });
    }
    return gridContents(grids, taking);
  },
};

function tiersOf(values: BinaryValues): readonly Tier[] {
  values.seconds();
  values.seconds();
  if (!values.flag()) return [];
  return values.times(() => {
    const kind = values.name();
    const name = values.text();
    values.seconds();
    values.seconds();
    const isOfPoints = kind === 'TextTier';
    if (!isOfPoints && kind !== 'IntervalTier') throw values.refusal();
    return { name, labels: values.times(() => labelOf(values, isOfPoints)) };
  });
}

function labelOf(values: BinaryValues, isPoint: boolean): Label {
  const start = values.seconds();
  const end = isPoint ? start : values.seconds();
  return gridLabel(values.text(), [start, end]);
}

class BinaryValues {
  readonly #view: DataView;
  readonly #file: string;
  #at = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
  }

  refusal(format?: string): AppError {
    return format === undefined
      ? new AppError('E_FILE_UNREADABLE', { file: this.#file, reason: 'binary TextGrid' })
      : new AppError('E_FORMAT_UNSUPPORTED', { file: this.#file, format });
  }

  /** @returns where the bytes stand that are passed over */
  skip(bytes: number): number {
    const start = this.#at;
    this.#at += bytes;
    if (this.#at > this.#view.byteLength) throw this.refusal();
    return start;
  }

  integer = (): number => this.#view.getInt32(this.skip(4));
  seconds = (): number => this.#view.getFloat64(this.skip(8));
  flag = (): boolean => this.#view.getUint8(this.skip(1)) !== 0;
  #unit = (): number => this.#view.getUint16(this.skip(2));

  /** The name of a class. */
  name(): string {
    const length = this.#view.getUint8(this.skip(1));
    return this.#latin1(length);
  }

  #latin1(length: number): string {
    const start = this.skip(length);
    return Buffer.from(this.#view.buffer, this.#view.byteOffset + start, length).toString('latin1');
  }

  /** Letters of ASCII as bytes, all else behind a length of −1 as UTF-16, of which characters and not units are counted. */
  text(): string {
    const length = this.#unit();
    if (length !== 0xffff) return this.#latin1(length);
    let text = '';
    for (let left = this.#unit(); left > 0; left -= 1) {
      const unit = this.#unit();
      text += String.fromCharCode(unit);
      if (unit >= 0xd800 && unit < 0xdc00) text += String.fromCharCode(this.#unit());
    }
    return text;
  }

  times<T>(one: () => T): T[] {
    const all: T[] = [];
    for (let left = this.integer(); left > 0; left -= 1) all.push(one());
    return all;
  }
}
