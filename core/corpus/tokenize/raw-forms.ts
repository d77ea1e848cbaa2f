/**
 * What is known of raw forms, by their letters, without making a string for each token: open addressing over a hash that the
 * scanner computes on its way. Plain data and functions: closures of their own for each document would be slow.
 */
export interface RawForms {
  /** Four numbers a slot, side by side so that one look into memory serves: value + 2 (0 is free), hash, first letter, length. */
  slots: Int32Array;
  mask: number;
  letters: Uint16Array;
  /** Letters in use. */
  used: number;
  size: number;
}

/** No value: the form is new. */
export const newForm = -2;

const perSlot = 4;

export function createRawForms(): RawForms {
  const slots = 1 << 12;
  return {
    slots: new Int32Array(slots * perSlot),
    mask: slots - 1,
    letters: new Uint16Array(1 << 14),
    used: 0,
    size: 0,
  };
}

/** Value of the form units[start … end), or {@link newForm}. */
export function findForm(
  forms: RawForms,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
): number {
  const { slots, mask, letters } = forms;
  const length = end - start;
  for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
    const first = slot * perSlot;
    const value = slots[first]! - 2;
    if (value === newForm) return newForm;
    if (slots[first + 1] !== hash || slots[first + 3] !== length) continue;
    const from = slots[first + 2]!;
    let at = 0;
    while (at < length && letters[from + at] === units[start + at]) at += 1;
    if (at === length) return value;
  }
}

/** Must follow a {@link findForm} that gave {@link newForm}. Values are −1, 0, 1, … */
export function addForm(
  forms: RawForms,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  value: number,
): void {
  if (forms.size * 2 > forms.mask) grow(forms);
  const { used } = forms;
  const length = end - start;
  while (used + length > forms.letters.length) {
    const longer = new Uint16Array(forms.letters.length * 2);
    longer.set(forms.letters);
    forms.letters = longer;
  }
  forms.letters.set(units.subarray(start, end), used);
  forms.used = used + length;
  forms.size += 1;
  place(forms, value + 2, hash, used, length);
}

function place({ slots, mask }: RawForms, value: number, hash: number, from: number, length: number): void {
  let slot = mixed(hash) & mask;
  while (slots[slot * perSlot] !== 0) slot = (slot + 1) & mask;
  const first = slot * perSlot;
  slots[first] = value;
  slots[first + 1] = hash;
  slots[first + 2] = from;
  slots[first + 3] = length;
}

function grow(forms: RawForms): void {
  const before = forms.slots;
  forms.slots = new Int32Array(before.length * 2);
  forms.mask = forms.mask * 2 + 1;
  for (let at = 0; at < before.length; at += perSlot)
    if (before[at] !== 0) place(forms, before[at]!, before[at + 1]!, before[at + 2]!, before[at + 3]!);
}

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 6;
