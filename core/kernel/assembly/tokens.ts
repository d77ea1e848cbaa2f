// Passes over a stretch of tokens for a query: of which class each token is, where tokens stand that every match has, and which matches lie
// around them. Numbers of tokens count in the stretch.

/** Of each token its class: two bytes for each id in the table. */
export function classify(ids: usize, count: u32, table: usize, classes: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    const id = <usize>load<u32>(ids + (<usize>at << 2));
    store<u16>(classes + (<usize>at << 1), load<u16>(table + (id << 1)));
  }
}

/** Adds what a further attribute says. */
export function classifyFurther(ids: usize, count: u32, table: usize, classes: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    const id = <usize>load<u32>(ids + (<usize>at << 2));
    const to = classes + (<usize>at << 1);
    store<u16>(to, load<u16>(to) + load<u16>(table + (id << 1)));
  }
}

/**
 * The same where few ids are of another class than 0: eight tokens are compared with each of these at once.
 * @param few pairs of an id and its class, of four bytes each
 */
export function classifyFew(ids: usize, count: u32, few: usize, pairs: u32, classes: usize): void {
  const end = few + (<usize>pairs << 3);
  // What lies behind the last token is room of the same kind, so that the last eight may go beyond it.
  for (let at: u32 = 0; at < count; at += 8) {
    const from = ids + (<usize>at << 2);
    const four = v128.load(from);
    const further = v128.load(from, 16);
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (let pair = few; pair < end; pair += 8) {
      const id = v128.load32_splat(pair);
      const kind = v128.load32_splat(pair, 4);
      low = v128.or(low, v128.and(i32x4.eq(four, id), kind));
      high = v128.or(high, v128.and(i32x4.eq(further, id), kind));
    }
    v128.store(classes + (<usize>at << 1), i16x8.narrow_i32x4_u(low, high));
  }
}

/** Writes the places of the tokens whose class has a 1 in `fits`. Of class 0 are most: eight of them are passed over at once. @returns how many */
export function placesOf(classes: usize, from: u32, to: u32, fits: usize, places: usize): u32 {
  const skips = load<u8>(fits) === 0;
  let out = places;
  let at = from;
  for (; at + 8 <= to; at += 8) {
    const eight = v128.load(classes + (<usize>at << 1));
    if (skips && !v128.any_true(eight)) continue;
    for (let lane: u32 = at; lane < at + 8; lane++) {
      store<u32>(out, lane);
      out += <usize>load<u8>(fits + <usize>load<u16>(classes + (<usize>lane << 1))) << 2;
    }
  }
  for (; at < to; at++) {
    store<u32>(out, at);
    out += <usize>load<u8>(fits + <usize>load<u16>(classes + (<usize>at << 1))) << 2;
  }
  return <u32>((out - places) >> 2);
}

// Fields of a search, of four bytes each.
const places: usize = 0;
const placeCount: usize = 4;
const nearest: usize = 8;
const furthest: usize = 12;
const classes: usize = 16;
const goesOn: usize = 20;
const inside: usize = 24;
/** Behind the last token that a match may have. */
const limit: usize = 28;
const longest: usize = 32;
const table: usize = 36;
const width: usize = 40;
const accepts: usize = 44;
const starts: usize = 48;
const ends: usize = 52;
/** Where the search goes on: number of the place, first start that is not tried, end of the last match, and matches so far. */
const nextPlace: usize = 56;
const untried: usize = 60;
const lastEnd: usize = 64;
const found: usize = 68;
/** The step that the table does not have yet. */
const missingState: usize = 72;
const missingClass: usize = 76;
/** Number of the first token of the stretch in the corpus: matches are told in numbers of the corpus. */
const offset: usize = 80;

/**
 * Tries every start around the places. From each the shortest match is taken, if it ends behind the last one.
 * @returns whether a step of the automaton is missing: the search goes on when it is called again
 */
export function match(job: usize): bool {
  const atPlaces = <usize>load<u32>(job, places);
  const count = load<u32>(job, placeCount);
  const near = load<i32>(job, nearest);
  const far = load<i32>(job, furthest);
  const classOf = <usize>load<u32>(job, classes);
  const on = <usize>load<u32>(job, goesOn);
  const within = <usize>load<u32>(job, inside);
  const end = load<i32>(job, limit);
  const most = load<i32>(job, longest);
  const steps = <usize>load<u32>(job, table);
  const rowBytes = <usize>load<u32>(job, width) << 2;
  const accepting = <usize>load<u32>(job, accepts);
  const toStarts = <usize>load<u32>(job, starts);
  const first = load<u32>(job, offset);
  const toEnds = <usize>load<u32>(job, ends);
  let next = load<i32>(job, untried);
  let last = load<i32>(job, lastEnd);
  let matches = load<u32>(job, found);
  for (let place = load<u32>(job, nextPlace); place < count; place++) {
    const at = load<i32>(atPlaces + (<usize>place << 2));
    let start = max(next, at - far);
    next = max(next, at - near + 1);
    for (; start < next; start++) {
      if (within !== 0 && load<u8>(within + <usize>start) === 0) continue;
      const bound = min(end, start + most);
      let state: i32 = 0;
      let token = start;
      while (true) {
        const kind = <usize>load<u16>(classOf + (<usize>token << 1));
        const to = load<i32>(steps + <usize>state * rowBytes + (kind << 2));
        if (to === -1) break;
        if (to < 0) {
          store<u32>(job, place, nextPlace);
          store<i32>(job, start, untried);
          store<i32>(job, last, lastEnd);
          store<u32>(job, matches, found);
          store<i32>(job, state, missingState);
          store<u32>(job, <u32>kind, missingClass);
          return true;
        }
        state = to;
        if (load<u8>(accepting + <usize>state) !== 0) {
          if (token > last) {
            store<u32>(toStarts + (<usize>matches << 2), first + <u32>start);
            store<u32>(toEnds + (<usize>matches << 2), first + <u32>token);
            matches++;
            last = token;
          }
          break;
        }
        token++;
        if (token >= bound || load<u8>(on + <usize>token) === 0) break;
      }
    }
  }
  store<i32>(job, next, untried);
  store<i32>(job, last, lastEnd);
  store<u32>(job, matches, found);
  return false;
}

/**
 * Where the first of some places starts and the last one ends: two numbers at `out`. Places are those that a project stores: for each token
 * the gap since the end of the one before (zigzag) and its length, seven bits to a byte, in UTF-16 units from the start of the document.
 * @returns whether the bytes hold so many
 */
export function extentOf(bytes: usize, size: u32, count: u32, out: usize): bool {
  let at = bytes;
  const stop = bytes + size;
  let end: i64 = 0;
  for (let token: u32 = 0; token < count; token++) {
    let gap: u64 = 0;
    let shift: u64 = 0;
    let byte: u8;
    do {
      if (at >= stop) return false;
      byte = load<u8>(at++);
      gap |= <u64>(byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    let length: u64 = 0;
    shift = 0;
    do {
      if (at >= stop) return false;
      byte = load<u8>(at++);
      length |= <u64>(byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    const start = end + (<i64>(gap >> 1) ^ -(<i64>(gap & 1)));
    if (token === 0) store<u32>(out, <u32>start);
    end = start + <i64>length;
  }
  store<u32>(out, <u32>end, 4);
  return true;
}

/** UTF-8 as UTF-16, no more than `most` units of it. What is no UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: usize, size: u32, units: usize, most: u32): void {
  let at = bytes;
  const stop = bytes + size;
  let to = units;
  const full = units + (<usize>most << 1);
  const zero = i8x16.splat(0);
  while (at < stop && to < full) {
    // Sixteen letters of ASCII at once: most of many texts.
    if (at + 16 <= stop && to + 32 <= full) {
      const some = v128.load(at);
      if (i8x16.bitmask(some) === 0) {
        v128.store(to, v128.shuffle<u8>(some, zero, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
        v128.store(
          to,
          v128.shuffle<u8>(some, zero, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
          16,
        );
        at += 16;
        to += 32;
        continue;
      }
    }
    const first: u32 = load<u8>(at++);
    if (first < 0x80) {
      store<u16>(to, <u16>first);
      to += 2;
      continue;
    }
    const more: u32 = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    let point: u32 = more === 0 ? 0xfffd : first & (0x3f >> more);
    if (more > 0) {
      for (let byte: u32 = 0; byte < more; byte++) {
        const next: u32 = at < stop ? load<u8>(at) : 0;
        if ((next & 0xc0) !== 0x80) {
          point = 0xfffd;
          break;
        }
        point = (point << 6) | (next & 0x3f);
        at++;
      }
    }
    if (point > 0xffff && point <= 0x10ffff && to + 4 <= full) {
      store<u16>(to, <u16>(0xd800 + ((point - 0x10000) >> 10)));
      store<u16>(to, <u16>(0xdc00 + ((point - 0x10000) & 0x3ff)), 2);
      to += 4;
      continue;
    }
    store<u16>(to, point > 0xffff ? 0xfffd : <u16>point);
    to += 2;
  }
}

@inline
function isSame(a: usize, b: usize, units: u64): bool {
  for (const stop = a + (<usize>units << 1); a < stop; a += 2, b += 2)
    if (load<u16>(a) !== load<u16>(b)) return false;
  return true;
}

/**
 * Gives every token that is not written as the form that it is counted under the number of how it is written, where that is known of its
 * type, and says which these are where it is not. Places are those of {@link extentOf}, which has read them to their end.
 * @param ids of types, which the numbers of what is written take the place of
 * @param from the unit of the document at which `text` begins, of `units` units
 * @param formStarts of each type where its form begins in `forms`, in units; behind the last one where it ends
 * @param known of each type another way in which it is written: where that stands, its units, and its number; 0 units for none
 * @param out three numbers for each token of which it is not known: which it is, where it starts in the document, and its length
 * @returns how many these are
 */
export function differing(
  bytes: usize,
  count: u32,
  ids: usize,
  from: u32,
  text: usize,
  units: u32,
  formStarts: usize,
  forms: usize,
  known: usize,
  out: usize,
): u32 {
  let at = bytes;
  let end: i64 = 0;
  let to = out;
  for (let token: u32 = 0; token < count; token++) {
    let gap: u64 = 0;
    let shift: u64 = 0;
    let byte: u8;
    do {
      byte = load<u8>(at++);
      gap |= <u64>(byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    let length: u64 = 0;
    shift = 0;
    do {
      byte = load<u8>(at++);
      length |= <u64>(byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    const start = end + (<i64>(gap >> 1) ^ -(<i64>(gap & 1)));
    end = start + <i64>length;
    const id = ids + (<usize>token << 2);
    const type = load<u32>(id);
    const entry = formStarts + (<usize>type << 2);
    const form = load<u32>(entry);
    const isInside = start >= <i64>from && end <= <i64>from + <i64>units;
    const written = text + ((<usize>start - <usize>from) << 1);
    if (isInside) {
      if (<u64>(load<u32>(entry, 4) - form) === length && isSame(written, forms + (<usize>form << 1), length))
        continue;
      const other = known + 12 * <usize>type;
      if (<u64>load<u32>(other, 4) === length && length > 0 && isSame(written, <usize>load<u32>(other), length)) {
        store<u32>(id, load<u32>(other, 8));
        continue;
      }
    }
    store<u32>(to, token);
    store<u32>(to, <u32>start, 4);
    store<u32>(to, <u32>length, 8);
    to += 12;
  }
  return <u32>(to - out) / 12;
}
