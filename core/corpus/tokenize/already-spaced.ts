import { unit, unitClasses } from './character-classes.ts';
import { longestToken, type Scanner, type TokenSink } from './scanner.ts';

const isBreak = (code: number) => {
  const kind = unitClasses[code];
  return kind === unit.space || kind === unit.newline;
};

/** Tokens that white space separates already: each is taken as it stands. Every line is a sentence. */
export function alreadySpaced(sink: TokenSink): Scanner {
  return (text, from, final) => {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isBreak(code)) {
        if (unitClasses[code] === unit.newline) sink.startSentence();
        at += 1;
        continue;
      }
      let end = at;
      while (end < text.length && end - at < longestToken && !isBreak(text.charCodeAt(end))) end += 1;
      if (end === text.length && !final) return at;
      if (end - at === longestToken && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
      sink.token(text, at, end);
      at = end;
    }
    return at;
  };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;
