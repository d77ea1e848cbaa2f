/**
 * A kind of thing that is worked out from a project and worth keeping, declared by the module that works it out. Its values hold for
 * one revision of the project; with `outlives` their keys say themselves what they are of, and they hold as long as the project is open.
 */
export interface Kept<T> {
  /** So many are kept; the one that was asked for longest ago goes first. */
  readonly most: number;
  readonly outlives: boolean;
  /** Only for the compiler: what is kept. */
  readonly value?: T;
}

export const kept = <T>({ most = 1, outlives = false }: Partial<Omit<Kept<T>, 'value'>> = {}): Kept<T> =>
  Object.freeze({ most, outlives });

/** What was worked out from one open project. */
export interface Memo {
  /** The value of this kind under this key, made when nobody has asked for it since the project changed. */
  remember<T extends object>(kind: Kept<T>, key: string | number, make: () => T): T;
  /** What is there already. For what takes long to make, and is remembered when it is there. */
  recall<T extends object>(kind: Kept<T>, key: string | number): T | undefined;
  forget(kind: Kept<object>, key: string | number): void;
}

/** @param revision of the project at the time of asking */
export function memoOf(revision: () => number): Memo {
  const byKind = new Map<Kept<object>, Map<string | number, object>>();
  let of = revision();
  const upToDate = () => {
    const now = revision();
    if (now === of) return;
    of = now;
    for (const kind of byKind.keys()) if (!kind.outlives) byKind.delete(kind);
  };
  const recall = <T extends object>(kind: Kept<T>, key: string | number) => {
    upToDate();
    return byKind.get(kind)?.get(key) as T | undefined;
  };
  return {
    recall,
    remember<T extends object>(kind: Kept<T>, key: string | number, make: () => T): T {
      const value = recall(kind, key) ?? make();
      // Whatever was made on the way is kept by now.
      const values = byKind.get(kind) ?? new Map<string | number, object>();
      byKind.set(kind, values);
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= kind.most) break;
        values.delete(oldest);
      }
      return value;
    },
    forget(kind, key) {
      byKind.get(kind)?.delete(key);
    },
  };
}
