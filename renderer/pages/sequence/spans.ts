/** Steps of a sentence, both ends among them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the step where one began to the one where one is, whichever comes first. */
export function spanOf(anchor: number, here: number): Span {
  return { from: Math.min(anchor, here), to: Math.max(anchor, here) };
}

/** Where a key takes the step, or null for a key that does not move it. In right-to-left text the left arrow goes on. */
export function stepped(at: number, steps: number, key: string, rtl: boolean): number | null {
  const onward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = rtl ? 'ArrowRight' : 'ArrowLeft';
  const moves: Readonly<Partial<Record<string, number>>> = {
    [onward]: at + 1,
    [backward]: at - 1,
    Home: 0,
    End: steps - 1,
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return next === undefined ? null : Math.max(0, Math.min(steps - 1, next));
}
