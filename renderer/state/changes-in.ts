/** What the second says otherwise than the first. */
export function changesIn<Settings extends object>(
  before: Settings | undefined,
  now: Settings | null,
): Partial<Settings> {
  if (before === undefined || now === null) return {};
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known.get(name))),
  ) as Partial<Settings>;
}
