/** No number. */
export const none = 0xffffffff;

/** Counts pairs of numbers: open addressing, in typed arrays that double. */
export class PairTable {
  counts: Uint32Array;
  size = 0;
  #firsts: Uint32Array;
  #seconds: Uint32Array;
  #slots: Uint32Array;

  constructor() {
    // A power of two, as the mask of a slot asks for.
    const capacity = 1 << 14;
    this.counts = new Uint32Array(capacity);
    this.#firsts = new Uint32Array(capacity);
    this.#seconds = new Uint32Array(capacity);
    this.#slots = new Uint32Array(capacity * 2).fill(none);
  }

  /** @returns the number of the pair */
  count(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(first, second) & mask;
    for (let entry = this.#slots[slot]!; entry !== none; entry = this.#slots[slot]!) {
      if (this.#firsts[entry] === first && this.#seconds[entry] === second) {
        this.counts[entry]!++;
        return entry;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.counts.length) {
      this.#grow();
      return this.count(first, second);
    }
    const entry = this.size++;
    this.#slots[slot] = entry;
    this.#firsts[entry] = first;
    this.#seconds[entry] = second;
    this.counts[entry] = 1;
    return entry;
  }

  #grow(): void {
    const longer = (numbers: Uint32Array) => {
      const copy = new Uint32Array(numbers.length * 2);
      copy.set(numbers);
      return copy;
    };
    this.counts = longer(this.counts);
    this.#firsts = longer(this.#firsts);
    this.#seconds = longer(this.#seconds);
    this.#slots = new Uint32Array(this.counts.length * 2).fill(none);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let slot = slotOf(this.#firsts[entry]!, this.#seconds[entry]!) & mask;
      while (this.#slots[slot] !== none) slot = (slot + 1) & mask;
      this.#slots[slot] = entry;
    }
  }
}

const slotOf = (first: number, second: number) => {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
