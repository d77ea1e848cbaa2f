import type { AmbiguousRow } from '../contract/import.ts';

/** A file that a table may name. */
export interface NamedFile {
  /** Its path in the folder that was chosen. */
  readonly file: string;
  /** Where it lies, with the folders around it, as far as that is known. */
  readonly place?: string;
}

export interface RowsOfFiles {
  /** Numbers of rows, by the path of their file. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Names that no file has. */
  readonly unmatched: readonly string[];
  /** Names that several files have. */
  readonly ambiguous: readonly AmbiguousRow[];
}

interface Place {
  readonly file: string;
  readonly steps: readonly string[];
  readonly own: readonly string[];
  /** The folder around those that were chosen, where it is known. */
  readonly around: string | undefined;
}

/**
 * Which row of a table is about which file. Names are compared in Unicode NFC, with strokes of either kind between folders; a row may leave
 * out folders and the ending of the name, or have folders around those that were chosen. A row that names another folder than the one around
 * is about another file. The row that says more counts. Capitals tell files apart only where there are files that differ by them.
 */
export function rowsOfFiles(names: readonly string[], files: readonly NamedFile[]): RowsOfFiles {
  const asWritten = placesByStem(files, stepsOf);
  const folded = placesByStem(files, foldedStepsOf);
  const found = new Map<string, { readonly row: number; readonly weight: number }>();
  const unmatched: string[] = [];
  const ambiguous: AmbiguousRow[] = [];
  for (const [row, name] of names.entries()) {
    const steps = stepsOf(name);
    const exact = meant(name, steps, asWritten);
    const all = exact.length > 0 ? exact : meant(name, foldedStepsOf(name), folded);
    if (all.length === 0) unmatched.push(name);
    else if (all.length > 1) ambiguous.push({ name, files: all.slice(0, mostNamed).map(({ file }) => file) });
    else {
      const { file } = all[0]!;
      const weight = steps.length;
      const known = found.get(file);
      if (known?.weight === weight) ambiguous.push({ name, files: [file] });
      else if (known === undefined || known.weight < weight) found.set(file, { row, weight });
    }
  }
  return { rowOf: new Map([...found].map(([file, { row }]) => [file, row])), unmatched, ambiguous };
}

const mostNamed = 20;

type PlacesByStem = ReadonlyMap<string, readonly Place[]>;

function placesByStem(files: readonly NamedFile[], steps: (name: string) => readonly string[]): PlacesByStem {
  const byStem = new Map<string, Place[]>();
  for (const { file, place = file } of files) {
    const [around, own] = [steps(place), steps(file)];
    const one = { file, steps: around, own, around: around[around.length - own.length - 1] };
    const stem = stemOf(own[own.length - 1]!);
    const alike = byStem.get(stem);
    if (alike === undefined) byStem.set(stem, [one]);
    else alike.push(one);
  }
  return byStem;
}

function meant(name: string, steps: readonly string[], byStem: PlacesByStem): readonly Place[] {
  const last = steps[steps.length - 1];
  return last === undefined ? [] : likeliest(steps, isWhole.test(name), candidates(byStem, last));
}

/** A name without its ending may itself hold a point. */
function candidates(byStem: PlacesByStem, last: string): readonly Place[] {
  return [...new Set([...(byStem.get(stemOf(last)) ?? []), ...(byStem.get(plain(last)) ?? [])])];
}

/** Those whose folders fit; of these, those with the very name, and of these, the one that lies where the row says. */
function likeliest(
  steps: readonly string[],
  isFromRoot: boolean,
  places: readonly Place[],
): readonly Place[] {
  const fitting = places.filter(
    (place) =>
      endsWith(place.steps, steps) || (endsWith(steps, place.own) && (isFromRoot || isAbout(steps, place))),
  );
  const exact = fitting.filter((place) => place.own[place.own.length - 1] === steps[steps.length - 1]);
  const named = exact.length > 0 ? exact : fitting;
  const there = named.filter(({ own }) => own.length === steps.length && endsWith(own, steps));
  return there.length === 1 ? there : named;
}

/** Folders that were chosen are enough to tell; without any, the row must name the one around: another one holds another file of this name. */
const isAbout = (steps: readonly string[], { own, around }: Place): boolean =>
  own.length > 1 || around === undefined || steps[steps.length - 2] === around;

/** A path from the root, perhaps of another computer, whose folders may be called otherwise. */
const isWhole = /^\s*(?:[\\/]|[a-z]:)/iu;

/** Folders as they are, the last step with or without its ending. */
const endsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length <= longer.length &&
  shorter.every((step, at) => {
    const other = longer[longer.length - shorter.length + at]!;
    return step === other || (at === shorter.length - 1 && sameStem(step, other));
  });

const sameStem = (a: string, b: string) =>
  stemOf(a) === stemOf(b) || plain(a) === stemOf(b) || stemOf(a) === plain(b);
const plain = (step: string) => step.replace(/\.gz$/iu, '');
const stemOf = (step: string) => plain(step).replace(/(?<=.)\.[^.\s]{1,8}$/u, '');

const stepsOf = (name: string): readonly string[] =>
  name
    .trim()
    .normalize('NFC')
    .split(/[\\/]+/u)
    .filter((step) => step !== '' && step !== '.');

const foldedStepsOf = (name: string): readonly string[] => stepsOf(name.toLowerCase());
