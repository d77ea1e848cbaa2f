import * as v from 'valibot';
import { sha256 } from './framed-file.ts';

// A plan in a folder is named by a digest of all that what is made after it hangs on: what was made after another has another name.

export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
export const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

interface Named {
  readonly plan: string;
  readonly settings: object;
}

/**
 * How plans of one kind are named, written and read.
 * @param identity the fields that the name is made of, in their order
 */
export function planKind<P extends Named>(
  identity: readonly (keyof Omit<P, 'plan'>)[],
  record: v.GenericSchema<unknown, P>,
) {
  const nameOf = (plan: Omit<P, 'plan'>): string => {
    // What a plan does not have is no part of its name: plans grow.
    const parts = identity.flatMap((key) =>
      key === 'settings' || plan[key] === undefined ? [] : [plan[key]],
    );
    // Settings in the order of their names: tables of settings grow.
    const settings = Object.entries((plan as Omit<P, 'plan'> & Pick<Named, 'settings'>).settings);
    return sha256(JSON.stringify([parts, settings.sort(([a], [b]) => (a < b ? -1 : 1))]));
  };
  return {
    named: (plan: Omit<P, 'plan'>): P => ({ ...plan, plan: nameOf(plan) }) as P,
    written: (plan: P): string => `${JSON.stringify(plan, null, 2)}\n`,
    /** @returns null where it is not what was written */
    read: (text: string): P | null => {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        return null;
      }
      const read = v.safeParse(record, json);
      return read.success && nameOf(read.output) === read.output.plan ? read.output : null;
    },
  };
}
