import { AppError } from '../contract/errors.ts';
import type { Pattern, TokenTest } from './query-tree.ts';
import type { TokenClasses } from './token-classes.ts';

/** A step that takes a token: to state `to`, if the token fulfils the condition. */
export interface Step {
  readonly test: TokenTest;
  readonly label: string | undefined;
  readonly to: number;
}

/** A pattern as a network of states (Thompson 1968): from a state by steps, or free of charge. */
export interface Network {
  readonly steps: readonly (readonly Step[])[];
  readonly free: readonly (readonly number[])[];
  readonly start: number;
  readonly end: number;
}

const mostStates = 2000;

/** @throws AppError E_QUERY_INVALID for a pattern that is too large, whose repetitions are turned round, or that fits nothing at all */
export function networkOf(pattern: Pattern): Network {
  const steps: Step[][] = [];
  const free: number[][] = [];
  const state = () => {
    if (steps.length >= mostStates) throw invalid('the query is too large');
    steps.push([]);
    free.push([]);
    return steps.length - 1;
  };
  /** Builds a part that begins in a state. @returns the state in which it ends */
  const build = (part: Pattern, from: number): number => {
    switch (part.kind) {
      case 'token': {
        const to = state();
        steps[from]!.push({ test: part.test, label: part.label, to });
        return to;
      }
      case 'sequence':
        return part.parts.reduce((at, one) => build(one, at), from);
      case 'either': {
        const to = state();
        for (const one of part.parts) {
          const begin = state();
          free[from]!.push(begin);
          free[build(one, begin)]!.push(to);
        }
        return to;
      }
      case 'repeat': {
        if (part.most !== null && part.most < part.least)
          throw invalid('the first number is the smaller one');
        let at = from;
        for (let count = 0; count < part.least; count++) at = build(part.part, at);
        const to = state();
        if (part.most === null) {
          const again = state();
          free[at]!.push(again);
          free[again]!.push(to);
          free[build(part.part, again)]!.push(again);
          return to;
        }
        free[at]!.push(to);
        for (let count = part.least; count < part.most; count++) {
          at = build(part.part, at);
          free[at]!.push(to);
        }
        return to;
      }
    }
  };
  const start = state();
  const end = build(pattern, start);
  const network = { steps, free, start, end };
  if (closure(network, [start]).includes(end)) throw invalid('the query also fits where there is no token');
  return network;
}

const invalid = (reason: string) =>
  new AppError('E_QUERY_INVALID', { offset: 0, expected: [], found: '', reason });

/** States that are reached free of charge, ascending. */
export function closure({ free }: Network, from: readonly number[]): readonly number[] {
  const found = new Set(from);
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const to of free[at]!)
      if (!found.has(to)) {
        found.add(to);
        open.push(to);
      }
  return [...found].sort((a, b) => a - b);
}

export const dead = -1;
const unknown = -2;

/**
 * The network over classes of tokens, made deterministic where it is walked (Rabin & Scott 1959): `next` of a state and a class is the next
 * state, or {@link dead}.
 */
export class Automaton {
  readonly #network: Network;
  readonly #classes: TokenClasses;
  readonly #numbers = new Map<string, number>();
  readonly #members: (readonly number[])[] = [];
  readonly #width: number;
  /** State × class; a state is counted in rows. */
  table: Int32Array;
  /** 1 for states in which the pattern is fulfilled. */
  accepts: Uint8Array;

  /** The first state is 0. */
  constructor(network: Network, classes: TokenClasses) {
    this.#network = network;
    this.#classes = classes;
    this.#width = classes.size;
    this.table = new Int32Array(this.#width * 16).fill(unknown);
    this.accepts = new Uint8Array(16);
    this.#number(closure(network, [network.start]));
  }

  next(state: number, of: number): number {
    const known = this.table[state * this.#width + of]!;
    return known === unknown ? this.#find(state, of) : known;
  }

  /** Whether a match may begin with a token of a class. */
  begins(of: number): boolean {
    return this.next(0, of) !== dead;
  }

  #find(state: number, of: number): number {
    const to = this.#members[state]!.flatMap((member) =>
      this.#network.steps[member]!.filter(({ test }) => this.#classes.fulfils(test, of)).map(
        (step) => step.to,
      ),
    );
    const found = to.length === 0 ? dead : this.#number(closure(this.#network, to));
    this.table[state * this.#width + of] = found;
    return found;
  }

  #number(members: readonly number[]): number {
    const key = members.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#members.length;
    if (number === mostStates) throw invalid('the query is too large');
    this.#members.push(members);
    this.#numbers.set(key, number);
    if ((number + 1) * this.#width > this.table.length) {
      const wider = new Int32Array(this.table.length * 2).fill(unknown);
      wider.set(this.table);
      this.table = wider;
    }
    if (number >= this.accepts.length) {
      const longer = new Uint8Array(this.accepts.length * 2);
      longer.set(this.accepts);
      this.accepts = longer;
    }
    this.accepts[number] = members.includes(this.#network.end) ? 1 : 0;
    return number;
  }
}
