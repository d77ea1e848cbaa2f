/** One thing that can be chosen. */
export interface Offered {
  readonly key: string;
  readonly name: string;
  /** The head under which it stands; empty for none. */
  readonly group: string;
  readonly isChosen: boolean;
}

interface Where {
  readonly isOpen: boolean;
  /** The option that Enter would choose. */
  readonly active: number;
  readonly count: number;
}

type Next = { readonly handled: boolean } & (
  { readonly does: 'open' | 'choose' | 'close' } | { readonly does: 'move'; readonly active: number }
);

const page = 10;

/**
 * What a key does in a field with a list, by the pattern for comboboxes of the ARIA Authoring Practices; null where it does what it always
 * does. Home and End stay with the text.
 */
export function afterKey(
  { key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>,
  { isOpen, active, count }: Where,
): Next | null {
  const last = Math.max(0, count - 1);
  if (!isOpen) return key === 'ArrowDown' || key === 'ArrowUp' ? { does: 'open', handled: true } : null;
  switch (key) {
    case 'ArrowDown':
      return { does: 'move', active: active >= last ? 0 : active + 1, handled: true };
    case 'ArrowUp':
      if (altKey) return { does: 'close', handled: true };
      return { does: 'move', active: active <= 0 ? last : active - 1, handled: true };
    case 'PageDown':
      return { does: 'move', active: Math.min(last, active + page), handled: true };
    case 'PageUp':
      return { does: 'move', active: Math.max(0, active - page), handled: true };
    case 'Enter':
      return { does: 'choose', handled: true };
    case 'Escape':
      return { does: 'close', handled: true };
    case 'Tab':
      return { does: 'close', handled: false };
    default:
      return null;
  }
}

const edge = 8;
const narrowest = 300;
const tallest = 360;

/** Puts a list under its field, or above it where there is more room. */
export function placeBelow(list: HTMLElement, field: HTMLElement): void {
  const { left, right, top, bottom, width: own } = field.getBoundingClientRect();
  const width = Math.min(Math.max(own, narrowest), window.innerWidth - 2 * edge);
  const below = window.innerHeight - bottom - edge;
  const above = top - edge;
  const isBelow = below >= Math.min(tallest, above);
  const start = getComputedStyle(field).direction === 'rtl' ? right - width : left;
  Object.assign(list.style, {
    width: `${width}px`,
    maxHeight: `${Math.min(tallest, isBelow ? below : above)}px`,
    left: `${Math.max(edge, Math.min(start, window.innerWidth - width - edge))}px`,
    top: isBelow ? `${bottom + 2}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - top + 2}px`,
  });
}
