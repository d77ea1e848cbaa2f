import { describe, expect, it } from 'vitest';
import {
  addToken,
  finishDocument,
  gatherTokens,
  tokensPerPiece,
  type TokenPiece,
} from '../../../../core/corpus/tokenize/token-pieces.ts';

describe('Gathered tokens', () => {
  it('are handed out in full pieces and a rest, document by document', () => {
    const pieces: TokenPiece[] = [];
    const gathered = gatherTokens((piece) => pieces.push(piece));
    for (let at = 0; at < tokensPerPiece + 2; at += 1) addToken(gathered, 7, at * 3, 2);
    expect(finishDocument(gathered)).toBe(tokensPerPiece + 2);
    addToken(gathered, 8, 0, 1);
    expect(finishDocument(gathered)).toBe(1);
    expect(pieces.map(({ ids }) => ids.length)).toEqual([tokensPerPiece, 2, 1]);
    expect(pieces[1]).toEqual({
      ids: Uint32Array.of(7, 7),
      starts: Uint32Array.of(tokensPerPiece * 3, tokensPerPiece * 3 + 3),
      lengths: Uint32Array.of(2, 2),
      sentenceStarts: new Uint32Array(),
    });
    expect([...pieces[2]!.sentenceStarts]).toEqual([0]);
  });

  it('hand out nothing for an empty document', () => {
    const pieces: TokenPiece[] = [];
    expect(finishDocument(gatherTokens((piece) => pieces.push(piece)))).toBe(0);
    expect(pieces).toEqual([]);
  });
});
