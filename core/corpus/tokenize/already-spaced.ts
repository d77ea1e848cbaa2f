import { unit, unitClasses } from './character-classes.ts';
import { longestToken, type Scanner, type TokenSink } from './scanner.ts';
import { unitsOf } from './units-of.ts';

/** Tokens that white space separates already: each is taken as it stands. Every line is a sentence. */
export function alreadySpaced(sink: TokenSink): Scanner {
  return (text, from, final) => {
    const units = unitsOf(text);
    const { length } = units;
    let at = from;
    while (at < length) {
      const kind = unitClasses[units[at]!];
      if (kind === unit.space || kind === unit.newline) {
        if (kind === unit.newline) sink.startSentence();
        at += 1;
        continue;
      }
      const furthest = Math.min(length, at + longestToken);
      let end = at;
      let hash = 0;
      for (; end < furthest; end += 1) {
        const code = units[end]!;
        const next = unitClasses[code];
        if (next === unit.space || next === unit.newline) break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
      if (end === length && !final) return at;
      // The hash is then that of one unit more. A form may stand under two hashes; it has one number all the same.
      if (end - at === longestToken && isHighSurrogate(units[end - 1]!)) end -= 1;
      sink.tokenOfUnits(text, units, at, end, hash);
      at = end;
    }
    return at;
  };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;
