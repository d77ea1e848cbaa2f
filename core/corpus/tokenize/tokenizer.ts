import type { TokenSettings } from '../../contract/corpus.ts';
import { alreadySpaced } from './already-spaced.ts';
import { characterScanner } from './characters.ts';
import { standsDivided } from './divided-words.ts';
import { foundKind, noWords, startsSentence } from './found-words.ts';
import type { Lexicon } from './lexicon.ts';
import { kindOf, normalForm, type TokenKind } from './normal-form.ts';
import { ownString } from './own-string.ts';
import { withOwnWords } from './own-words.ts';
import { addForm, createRawForms, findForm, newForm } from './raw-forms.ts';
import { tellingUnits, type Scanner, type TokenSink } from './scanner.ts';
import { segmentingScanner } from './segmenter.ts';
import { addToken, finishDocument, gatherTokens, type TokenPiece } from './token-pieces.ts';
import { unitsOf } from './units-of.ts';
import { wordCutter } from './word-cutter.ts';
import { scanWords, startWordScan, type WordScan } from './word-scanner.ts';

/** What `auto` chose for a text, or what the user wished. */
export type TokenizerMethod = 'spaced' | 'characters' | 'segmenter';

export interface TokenizerOptions {
  readonly method: TokenizerMethod;
  /** BCP 47. */
  readonly language: string;
  readonly settings: TokenSettings;
  readonly lexicon: Lexicon;
  /** Folder of the built kernels, where jieba and its dictionary are. */
  readonly kernels: string;
  /** Words that a segmenter never cuts. */
  readonly ownWords?: readonly string[];
  readonly emit: (piece: TokenPiece) => void;
}

/** What the settings left out. */
export interface Dropped {
  readonly punctuation: number;
  readonly numbers: number;
}

/** Cuts the texts of one method and language, one after the other. */
export interface Tokenizer {
  /** The next piece of a text; never ends inside a surrogate pair. What comes out does not depend on where the text was cut. */
  push(text: string): void;
  /** Ends the text; the next one may follow. */
  end(): { readonly tokens: number; readonly dropped: Dropped };
}

/** A form that the settings leave out. */
const leftOut = -1;
/** Scanners look back as far as an abbreviation reaches. */
const lookBack = 16;

export function createTokenizer(options: TokenizerOptions): Tokenizer {
  const { method, language, settings, lexicon } = options;
  const normal = normalForm(language, settings);
  const idOfForm = new Map<string, number>();
  const tokens = gatherTokens(options.emit);
  const text = { base: 0, rest: '', read: 0, punctuation: 0, numbers: 0 };

  /** Lexicon id of a form, or that it is left out. */
  function idOf(form: string, kind: TokenKind): number {
    const counted = normal(form, kind);
    return counted === null || counted === '' ? leftOut : lexicon.idOf(counted);
  }

  function countLeftOut(kind: TokenKind): void {
    if (kind === 'number') text.numbers += 1;
    else if (kind === 'punctuation') text.punctuation += 1;
  }

  /** Lexicon id of each raw form. */
  const raw = createRawForms();

  const sink: TokenSink = {
    token(source, start, end, kind, form = source.slice(start, end)) {
      let id = idOfForm.get(form);
      if (id === undefined) {
        id = idOf(form, kind ?? kindOf(form));
        idOfForm.set(ownString(form), id);
      }
      if (id !== leftOut) {
        addToken(tokens, id, text.base + start, end - start);
        return;
      }
      countLeftOut(kind ?? kindOf(form));
    },
    tokenOfUnits(source, units, start, end, hash) {
      let id = findForm(raw, units, start, end, hash);
      if (id === newForm) {
        const form = source.slice(start, end);
        id = idOf(form, kindOf(form));
        addForm(raw, units, start, end, hash, id);
      }
      if (id === leftOut) countLeftOut(kindOf(source.slice(start, end)));
      else addToken(tokens, id, text.base + start, end - start);
    },
    startSentence: () => void (tokens.startsSentence = true),
  };

  /** The fast way: whole stretches are found by number, then looked up by the units of their forms. */
  function wordsScanner(): Scanner {
    let scan: WordScan | null = null;
    return (source, from, final) => {
      if (scan === null) {
        if (!final && source.length < tellingUnits) return from;
        scan = startWordScan(language, settings, standsDivided(source.slice(0, tellingUnits)));
      }
      const units = unitsOf(source);
      scan.at = from;
      for (let more = true; more;) {
        more = scanWords(scan, units, final, words);
        lookUp(source, units);
      }
      return scan.at;
    };
  }

  function lookUp(source: string, units: Uint16Array): void {
    const { starts, ends, hashes, marks, count } = words;
    const { base } = text;
    for (let at = 0; at < count; at += 1) {
      const mark = marks[at]!;
      const kind = mark & foundKind.mask;
      if (mark >= startsSentence) tokens.startsSentence = true;
      if (kind === foundKind.punctuation) {
        if (settings.punctuation === 'drop') text.punctuation += 1;
        else sink.token(source, starts[at]!, ends[at]!, 'punctuation');
        continue;
      }
      const start = starts[at]!;
      const end = ends[at]!;
      let id = findForm(raw, units, start, end, hashes[at]!);
      if (id === newForm) {
        id = idOf(source.slice(start, end), kind === foundKind.word ? 'word' : 'number');
        addForm(raw, units, start, end, hashes[at]!, id);
      }
      if (id === leftOut) {
        text.numbers += 1;
        continue;
      }
      addToken(tokens, id, base + start, end - start);
    }
  }

  const words = noWords();

  function newScanner(): Scanner {
    switch (method) {
      case 'characters':
        return characterScanner(sink);
      case 'segmenter':
        return segmentingScanner(
          language,
          withOwnWords(wordCutter(language, options.kernels), options.ownWords ?? []),
          sink,
        );
      case 'spaced':
        // Chosen by the user: the text was cut by hand or by another program, and is never cut again.
        return settings.method === 'spaced' ? alreadySpaced(sink) : wordsScanner();
    }
  }
  let scanner = newScanner();

  function scan(source: string, final: boolean): void {
    const at = scanner(source, text.read, final);
    const kept = Math.max(0, at - lookBack);
    text.rest = source.slice(kept);
    text.base += kept;
    text.read = at - kept;
  }

  return {
    push: (piece) => scan(text.rest + piece, false),
    end() {
      scan(text.rest, true);
      const { punctuation, numbers } = text;
      Object.assign(text, { base: 0, rest: '', read: 0, punctuation: 0, numbers: 0 });
      scanner = newScanner();
      return { tokens: finishDocument(tokens), dropped: { punctuation, numbers } };
    },
  };
}
