/**
 * Raw forms by their letters, without making a string for each token: open addressing over a hash that the scanner computes
 * on its way. Plain data and functions: closures of their own for each document would be slow.
 */
export interface RawForms {
  /** Two numbers a slot, side by side so that one look into memory serves: form + 1 (0 is free), hash. */
  slots: Int32Array;
  mask: number;
  hashes: Int32Array;
  /** Two numbers a form: where its letters start, how many they are. */
  places: Uint32Array;
  letters: Uint16Array;
  used: number;
  size: number;
}

export function createRawForms(): RawForms {
  const slots = 1 << 12;
  return {
    slots: new Int32Array(slots * 2),
    mask: slots - 1,
    hashes: new Int32Array(slots / 2),
    places: new Uint32Array(slots),
    letters: new Uint16Array(1 << 14),
    used: 0,
    size: 0,
  };
}

/** Number of the form units[start … end); −1 where it is new. */
export function findForm(
  forms: RawForms,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
): number {
  const { slots, mask, places, letters } = forms;
  const length = end - start;
  for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
    const form = slots[slot * 2]! - 1;
    if (form < 0) return -1;
    if (slots[slot * 2 + 1] !== hash || places[form * 2 + 1] !== length) continue;
    const from = places[form * 2]!;
    let at = 0;
    while (at < length && letters[from + at] === units[start + at]) at += 1;
    if (at === length) return form;
  }
}

/** Must follow a {@link findForm} that gave −1. @returns its number: 0, 1, 2, … */
export function addForm(
  forms: RawForms,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
): number {
  if (forms.size === forms.hashes.length) grow(forms);
  const { used, size } = forms;
  const length = end - start;
  while (used + length > forms.letters.length)
    forms.letters = enlarged(forms.letters, new Uint16Array(forms.letters.length * 2));
  forms.letters.set(units.subarray(start, end), used);
  forms.places[size * 2] = used;
  forms.places[size * 2 + 1] = length;
  forms.hashes[size] = hash;
  forms.used = used + length;
  forms.size = size + 1;
  place(forms, size);
  return size;
}

function place({ slots, mask, hashes }: RawForms, form: number): void {
  const hash = hashes[form]!;
  let slot = mixed(hash) & mask;
  while (slots[slot * 2] !== 0) slot = (slot + 1) & mask;
  slots[slot * 2] = form + 1;
  slots[slot * 2 + 1] = hash;
}

function grow(forms: RawForms): void {
  forms.slots = new Int32Array(forms.slots.length * 2);
  forms.mask = forms.mask * 2 + 1;
  forms.hashes = enlarged(forms.hashes, new Int32Array(forms.hashes.length * 2));
  forms.places = enlarged(forms.places, new Uint32Array(forms.places.length * 2));
  for (let form = 0; form < forms.size; form += 1) place(forms, form);
}

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 6;

function enlarged<T extends Int32Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
