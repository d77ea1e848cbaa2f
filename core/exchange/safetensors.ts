import { AppError } from '../contract/errors.ts';
import type { ExportResult } from '../contract/exchange.ts';
import type { Hooks } from '../contract/progress.ts';
import { requireOwn, sidecarOf, sidecarText } from './beside.ts';
import { writeWhole } from './temporary-target.ts';

/** A tensor of float32, row-major. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * The head of a safetensors file: the length of a JSON object as u64, little-endian, then the object, which says of each tensor its kind,
 * shape and bytes counted from behind the head. Spaces fill it up so that the numbers start on a multiple of eight.
 */
export function safetensorsHead(
  tensors: readonly Tensor[],
  metadata: Readonly<Record<string, string>>,
): Buffer {
  let at = 0;
  const entries = tensors.map(({ name, shape, values }): readonly [string, unknown] => {
    const from = at;
    at += values.length * 4;
    return [name, { dtype: 'F32', shape, data_offsets: [from, at] }];
  });
  const text = Buffer.from(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }));
  const length = Math.ceil(text.length / 8) * 8;
  const head = Buffer.alloc(8 + length, ' ');
  head.writeBigUInt64LE(BigInt(length), 0);
  text.copy(head, 8);
  return head;
}

/** Numbers that are written before a cancel is looked for. */
const numbersPerStep = 1 << 18;

/**
 * Writes tensors to a safetensors file, and what belongs to them to a JSON file beside it.
 * @returns `rows` counts tensors, `columns` numbers
 * @throws AppError E_CANCELLED, E_NO_SPACE, E_READ_ONLY, E_IO; the targets are then as they were
 */
export async function exportTensors(
  tensors: readonly Tensor[],
  {
    target,
    metadata,
    settings,
  }: {
    readonly target: string;
    readonly metadata: Readonly<Record<string, string>>;
    readonly settings: object;
  },
  { signal, onProgress }: Hooks = {},
): Promise<ExportResult> {
  const total = tensors.reduce((sum, { values }) => sum + values.length, 0);
  requireOwn(target);
  return writeWhole([target, sidecarOf(target)], async ([file, sidecar]) => {
    file!.write(safetensorsHead(tensors, metadata));
    let done = 0;
    for (const { values } of tensors)
      for (let at = 0; at < values.length; at += numbersPerStep) {
        if (signal?.aborted === true) throw new AppError('E_CANCELLED');
        onProgress?.({ phase: 'writing', done, total });
        const some = values.subarray(at, at + numbersPerStep);
        file!.write(new Uint8Array(some.buffer, some.byteOffset, some.byteLength));
        done += some.length;
        await new Promise((resolve) => setImmediate(resolve));
      }
    sidecar!.write(sidecarText([file!.name], settings));
    onProgress?.({ phase: 'writing', done: total, total });
    return { files: [file!.name, sidecar!.name], rows: tensors.length, columns: total, changed: 0 };
  });
}
