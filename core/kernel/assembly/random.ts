// xorshift128 (Marsaglia 2003). The state goes to the worker's block after each slice, so that a checkpoint can keep it.
import { workerRandom } from './memory-map';

let a: u32 = 1;
let b: u32 = 2;
let c: u32 = 3;
let d: u32 = 4;

@inline export function random(): u32 {
  const t = a ^ (a << 11);
  a = b;
  b = c;
  c = d;
  d = d ^ (d >> 19) ^ t ^ (t >> 8);
  return d;
}

/** Uniform in 0 … limit − 1. */
@inline export function randomBelow(limit: u32): u32 {
  return <u32>((<u64>random() * <u64>limit) >> 32);
}

export function restoreRandom(worker: usize): void {
  a = load<u32>(worker + workerRandom);
  b = load<u32>(worker + workerRandom, 4);
  c = load<u32>(worker + workerRandom, 8);
  d = load<u32>(worker + workerRandom, 12);
}

export function keepRandom(worker: usize): void {
  store<u32>(worker + workerRandom, a);
  store<u32>(worker + workerRandom, b, 4);
  store<u32>(worker + workerRandom, c, 8);
  store<u32>(worker + workerRandom, d, 12);
}
