import { roomIn, tokensKernel } from '../kernel/tokens-kernel.ts';
import type { Automaton } from './automaton.ts';
import { longestMatch } from './hits.ts';
import type { SoughtToken } from './possible-starts.ts';
import type { Regions } from './regions.ts';
import type { TokenClasses } from './token-classes.ts';

/** Tokens whose places are looked for in one go. */
export const blockTokens = 1 << 16;

/** A block with the tokens before and behind it that a match may reach. */
const windowTokens = blockTokens + 2 * longestMatch;

/** So many values are compared with each token; of more a table is asked. */
const fewValues = 4;

/** Fields of a search in the order in which the kernel has them. */
const fields = [
  ...([
    'places',
    'placeCount',
    'nearest',
    'furthest',
    'classes',
    'goesOn',
    'inside',
    'limit',
    'longest',
  ] as const),
  ...(['table', 'width', 'accepts', 'starts', 'ends', 'nextPlace', 'untried', 'lastEnd', 'found'] as const),
  ...(['missingState', 'missingClass', 'offset'] as const),
];
type Field = (typeof fields)[number];

/** A pattern that is looked for in one block of tokens after the other. */
export interface TokenScan {
  /**
   * @param from, to the block
   * @param stretch of the corpus that no match leaves
   * @param untried first start that was not tried yet
   * @param lastEnd of the match before, or −1
   */
  readonly block: (
    from: number,
    to: number,
    stretch: readonly [from: number, to: number],
    untried: number,
    lastEnd: number,
  ) => {
    /** In the corpus; valid until the next block. */
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
    readonly untried: number;
    readonly lastEnd: number;
  };
}

/** @param module the compiled `tokens` kernel */
export function tokenScan(
  module: WebAssembly.Module,
  automaton: Automaton,
  classes: TokenClasses,
  sought: SoughtToken,
  { goesOn, inside }: Regions,
): TokenScan {
  const { memory, call } = tokensKernel(module);
  const rooms = roomIn(memory);
  const { room } = rooms;
  const numbers = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const bytes = (at: number, length: number) => new Uint8Array(memory.buffer, at, length);
  const at = {
    job: room(fields.length * 4),
    ids: room(windowTokens * 4),
    classes: room(windowTokens * 2),
    goesOn: room(windowTokens),
    inside: room(windowTokens),
    places: room(windowTokens * 4),
    starts: room(windowTokens * 4),
    ends: room(windowTokens * 4),
    fits: room(classes.size),
  };
  const only = classes.columns.length === 1 ? fewOf(classes.columns[0]!.parts) : null;
  const few = only === null ? 0 : room(only.length * 4);
  if (only !== null) numbers(few, only.length).set(only);
  const columns = classes.columns.map(({ ids, parts }) => {
    const table = room(parts.length * 2);
    new Uint16Array(memory.buffer, table, parts.length).set(parts);
    return { ids, table };
  });
  bytes(at.fits, classes.size).set(sought.fits);
  const before = sought.furthest;
  const ids = numbers(at.ids, windowTokens);
  const job = new Int32Array(memory.buffer, at.job, fields.length);
  const put = (field: Field, value: number) => (job[fields.indexOf(field)] = value);
  const get = (field: Field) => job[fields.indexOf(field)]!;
  const tablesFrom = rooms.end();
  /** Whenever the automaton has grown. */
  const putAutomaton = () => {
    rooms.backTo(tablesFrom);
    const { table, accepts } = automaton;
    const [tableAt, acceptsAt] = [room(table.byteLength), room(accepts.length)];
    new Int32Array(memory.buffer, tableAt, table.length).set(table);
    bytes(acceptsAt, accepts.length).set(accepts);
    put('table', tableAt);
    put('accepts', acceptsAt);
  };
  putAutomaton();
  put('nearest', sought.nearest);
  put('furthest', sought.furthest);
  put('longest', longestMatch);
  put('width', classes.size);
  for (const field of ['classes', 'places', 'goesOn', 'starts', 'ends'] as const) put(field, at[field]);
  put('inside', inside === null ? 0 : at.inside);

  return {
    block(from, to, stretch, untried, lastEnd) {
      const first = Math.max(stretch[0], from - before);
      const limit = Math.min(stretch[1], to + longestMatch);
      const count = limit - first;
      columns.forEach((column, number) => {
        ids.set(column.ids.subarray(first, limit));
        if (only !== null) call.classifyFew(at.ids, count, few, only.length / 2, at.classes);
        else (number === 0 ? call.classify : call.classifyFurther)(at.ids, count, column.table, at.classes);
      });
      if (columns.length === 0) new Uint16Array(memory.buffer, at.classes, count).fill(0);
      const places = call.placesOf(at.classes, from - first, to - first, at.fits, at.places);
      if (places > 0) {
        bytes(at.goesOn, count).set(goesOn.subarray(first, limit));
        if (inside !== null) bytes(at.inside, count).set(inside.subarray(first, limit));
      }
      put('placeCount', places);
      put('limit', count);
      put('nextPlace', 0);
      put('untried', Math.max(0, untried - first));
      put('lastEnd', Math.max(-1, lastEnd - first));
      put('found', 0);
      put('offset', first);
      while (call.match(at.job) !== 0) {
        automaton.next(get('missingState'), get('missingClass'));
        putAutomaton();
      }
      const found = get('found');
      const [starts, ends] = [numbers(at.starts, found), numbers(at.ends, found)];
      return {
        starts,
        ends,
        untried: get('untried') + first,
        lastEnd: found === 0 ? lastEnd : ends[found - 1]!,
      };
    },
  };
}

/** The values that are of another class than 0, each with its class; null where there are many. */
function fewOf(parts: Uint16Array): number[] | null {
  const few: number[] = [];
  for (let value = 0; value < parts.length; value++) {
    if (parts[value] === 0) continue;
    if (few.push(value, parts[value]!) > 2 * fewValues) return null;
  }
  return few;
}
