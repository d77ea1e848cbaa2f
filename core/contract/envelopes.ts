import type { Method } from './contract.ts';
import type { Failure } from './errors.ts';
import type { JobEvent } from './jobs.ts';

/** Raised when the meaning of an envelope changes; both sides compare it before the first call. */
export const protocolVersion = 2;

/** What a client sends over any transport. */
export type Request =
  /** `params` were checked by the sender, and have their defaults. */
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: Method;
      readonly params: unknown;
      /** One word of shared memory: anything but 0 cancels the call. It reaches work that reads no messages; `cancel` wakes what waits. */
      readonly stop?: Int32Array;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks for a `pong`: one that works without an end gives none. */
  | { readonly kind: 'ping' };

/** What the engine answers: any number of `progress`, then exactly one of `ok` and `fail` for each call. */
export type Reply =
  | { readonly kind: 'ready'; readonly protocol: number }
  | { readonly kind: 'pong' }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'ok'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'fail'; readonly id: number; readonly error: Failure }
  | ({ readonly kind: 'event' } & JobEvent);
