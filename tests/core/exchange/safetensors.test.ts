import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../../core/contract/version.ts';
import { exportTensors, safetensorsHead, type Tensor } from '../../../core/exchange/safetensors.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-safetensors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = join(folder, 'model é.safetensors');

const tensors: readonly Tensor[] = [
  { name: 'embedding.weight', shape: [3, 2], values: Float32Array.of(1, -2, 0.5, 1e-7, 3, 4) },
  { name: 'output.bias', shape: [3], values: Float32Array.of(0.1, 0.2, 0.3) },
];

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Reads a file by the published description of the format alone. */
function read(bytes: Buffer) {
  const length = Number(bytes.readBigUInt64LE(0));
  const { __metadata__: metadata, ...entries } = JSON.parse(
    bytes.subarray(8, 8 + length).toString('utf8'),
  ) as Record<string, Entry> & { __metadata__: Record<string, string> };
  return { length, metadata, entries, data: bytes.subarray(8 + length) };
}

describe('a safetensors file', () => {
  it('says of each tensor its kind, shape and bytes, without gaps, behind a head of a multiple of eight', async () => {
    const options = { target, metadata: { format: 'pt', model: '“a”' }, settings: { words: ['a'] } };
    const result = await exportTensors(tensors, options);
    expect(result).toEqual({
      files: ['model é.safetensors', 'model é.safetensors.settings.json'],
      rows: 2,
      columns: 9,
      changed: 0,
    });
    const { length, metadata, entries, data } = read(readFileSync(target));
    expect(length % 8).toBe(0);
    expect(metadata).toEqual({ format: 'pt', model: '“a”' });
    expect(Object.keys(entries)).toEqual(tensors.map(({ name }) => name));
    let end = 0;
    for (const { name, shape, values } of tensors) {
      const entry = entries[name]!;
      expect(entry).toMatchObject({ dtype: 'F32', shape });
      expect(entry.data_offsets).toEqual([end, end + values.byteLength]);
      end += values.byteLength;
      const read = Uint8Array.from(data.subarray(...entry.data_offsets));
      expect(new Float32Array(read.buffer)).toEqual(values);
    }
    expect(data.length).toBe(end);
    expect(JSON.parse(readFileSync(`${target}.settings.json`, 'utf8'))).toEqual({
      firth: version,
      files: ['model é.safetensors'],
      words: ['a'],
    });
  });

  it('has room for names of any length', () => {
    for (let length = 1; length < 20; length += 1) {
      const head = safetensorsHead([{ ...tensors[0]!, name: 'x'.repeat(length) }], {});
      expect(head.length % 8).toBe(0);
      expect(() => JSON.parse(head.subarray(8).toString()) as unknown).not.toThrow();
    }
  });

  it('leaves nothing when it is stopped', async () => {
    const before = readdirSync(folder);
    const stopped = exportTensors(
      tensors,
      { target: join(folder, 'other'), metadata: {}, settings: {} },
      { signal: AbortSignal.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(readdirSync(folder)).toEqual(before);
  });
});
