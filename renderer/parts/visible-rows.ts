/** The stretch of a long list that must be drawn, with a few rows beyond each edge; `end` is exclusive. */
export function visibleRows(
  {
    scrollTop,
    height,
    rowHeight,
    total,
  }: {
    readonly scrollTop: number;
    readonly height: number;
    readonly rowHeight: number;
    readonly total: number;
  },
  beyond = 8,
): { readonly start: number; readonly end: number } {
  const start = Math.max(0, Math.min(total, Math.floor(scrollTop / rowHeight) - beyond));
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + beyond);
  return { start, end: Math.max(start, end) };
}
