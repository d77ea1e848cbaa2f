import type { TokenSettings } from '../../contract/corpus.ts';
import { alreadySpaced } from './already-spaced.ts';
import { characterScanner } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import { normalForm, type TokenKind } from './normal-form.ts';
import { createRawForms } from './raw-forms.ts';
import type { Scanner, TokenSink } from './scanner.ts';
import { segmentingScanner } from './segmenter.ts';
import { collectPieces, type TokenPiece } from './token-pieces.ts';
import { wordScanner } from './word-scanner.ts';

/** What `auto` chose for a text, or what the user wished. */
export type TokenizerMethod = 'spaced' | 'characters' | 'segmenter';

export interface TokenizerOptions {
  readonly method: TokenizerMethod;
  /** BCP 47. */
  readonly language: string;
  readonly settings: TokenSettings;
  readonly lexicon: Lexicon;
  readonly emit: (piece: TokenPiece) => void;
}

/** What the settings left out. */
export interface Dropped {
  readonly punctuation: number;
  readonly numbers: number;
}

/** Cuts one document after the other; the pieces of a document are pushed in order. */
export interface Tokenizer {
  /** Never inside a surrogate pair. What comes out does not depend on where the text was cut. */
  push(text: string): void;
  end(): { readonly tokens: number; readonly dropped: Dropped };
}

/** A form that the settings leave out. */
const leftOut = -1;

export function createTokenizer({ method, language, settings, lexicon, emit }: TokenizerOptions): Tokenizer {
  const pieces = collectPieces(emit);
  const normal = normalForm(language, settings);
  const raw = createRawForms();
  /** Lexicon id of each raw form. */
  const idOfRaw: number[] = [];
  const idOfToken = new Map<string, number>();
  const dropped = { punctuation: 0, numbers: 0 };
  let rest = '';
  /** Where `rest` starts in the document. */
  let base = 0;

  const idOf = (form: string, kind: TokenKind) => {
    const counted = normal(form, kind);
    return counted === null || counted === '' ? leftOut : lexicon.idOf(counted);
  };

  function found(id: number, start: number, end: number, kind: TokenKind): void {
    if (id === leftOut) {
      if (kind === 'number') dropped.numbers += 1;
      else if (kind === 'punctuation') dropped.punctuation += 1;
      return;
    }
    lexicon.count(id);
    pieces.add(id, base + start, end - start);
  }

  const sink: TokenSink = {
    token(text, start, end, kind) {
      if (kind === 'punctuation' && settings.punctuation === 'drop') {
        dropped.punctuation += 1;
        return;
      }
      const form = text.slice(start, end);
      const known = idOfToken.get(form);
      const id = known ?? idOf(form, kind);
      if (known === undefined) idOfToken.set(form, id);
      found(id, start, end, kind);
    },
    hashed(text, units, start, end, hash, kind) {
      let form = raw.find(units, start, end, hash);
      if (form < 0) {
        form = raw.add(units, start, end, hash);
        idOfRaw.push(idOf(text.slice(start, end), kind));
      }
      found(idOfRaw[form]!, start, end, kind);
    },
    startSentence: () => pieces.startSentence(),
  };
  const scan = scannerFor(method, language, settings, sink);

  return {
    push(text) {
      const all = rest + text;
      const read = scan(all, 0, false);
      rest = all.slice(read);
      base += read;
    },
    end() {
      scan(rest, 0, true);
      rest = '';
      return { tokens: pieces.finish(), dropped };
    },
  };
}

function scannerFor(
  method: TokenizerMethod,
  language: string,
  settings: TokenSettings,
  sink: TokenSink,
): Scanner {
  switch (method) {
    case 'characters':
      return characterScanner(sink);
    case 'segmenter':
      return segmentingScanner(language, sink);
    case 'spaced':
      // Chosen by the user: the text was cut by hand or by another program, and is never cut again.
      return settings.method === 'spaced' ? alreadySpaced(sink) : wordScanner(language, settings, sink);
  }
}
