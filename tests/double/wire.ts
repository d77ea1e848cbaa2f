/** Turns values into text and back. */
export interface Codec {
  pack(value: unknown): string;
  unpack(text: string): unknown;
}

/**
 * What the system's own messages between processes carry, as JSON: plain values, undefined, numbers that JSON lacks, dates, maps, sets,
 * typed arrays. It is also sent to the page by its source text, so it must not look at anything outside itself.
 * @throws Error for functions and whatever else cannot be cloned
 */
export function createCodec(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
): Codec {
  interface Marked {
    readonly $: string;
    readonly v?: unknown;
    readonly of?: string;
  }
  const kindOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1);
  const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

  function wrap(value: unknown): unknown {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(wrap);
    // Node's Buffer arrives as the Uint8Array that it is.
    if (ArrayBuffer.isView(value)) return { $: 'view', of: kindOf(value), v: toBase64(bytesOf(value)) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(wrap) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(wrap) };
    if (value instanceof Error) return { $: 'error', v: value.message };
    if (kindOf(value) !== 'Object') throw new Error(`An object could not be cloned: ${kindOf(value)}`);
    const record = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wrap(part)]));
    return '$' in record ? { $: 'record', v: record } : record;
  }

  function unwrap(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unwrap);
    if (!('$' in value)) return unwrapRecord(value);
    const { $, v, of } = value as Marked;
    if ($ === 'undefined') return undefined;
    if ($ === 'number') return Number(v);
    if ($ === 'bigint') return BigInt(v as string);
    if ($ === 'date') return new Date(v as number);
    if ($ === 'map') return new Map((v as unknown[]).map(unwrap) as [unknown, unknown][]);
    if ($ === 'set') return new Set((v as unknown[]).map(unwrap));
    if ($ === 'error') return new Error(v as string);
    if ($ === 'buffer') return fromBase64(v as string).buffer;
    if ($ === 'view') {
      const View = (globalThis as unknown as Record<string, new (bytes: ArrayBuffer) => unknown>)[of!]!;
      return new View(fromBase64(v as string).buffer);
    }
    return unwrapRecord(v as object);
  }

  const unwrapRecord = (record: object) =>
    Object.fromEntries(Object.entries(record).map(([name, part]) => [name, unwrap(part)]));

  return {
    pack: (value) => JSON.stringify(wrap(value)),
    unpack: (text) => unwrap(JSON.parse(text)),
  };
}

export const nodeCodec = createCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);
