/**
 * Where a key goes from one place of a chart: `null` leaves them, `undefined` where the key does something else.
 * @param places how many there are
 */
export function stepped(key: string, at: number | null, places: number): number | null | undefined {
  const last = places - 1;
  if (last < 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? last : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}
