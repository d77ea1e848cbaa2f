import type { TextStrip } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { listDocuments } from '../project/documents.ts';
import type { Hits } from '../query/hits.ts';
import { chosenTexts } from './chosen-texts.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import type { Opened } from './opened.ts';

/**
 * Where in each of the chosen texts hits stand, in the order of the texts: every text is cut into equal stretches, and the hits that begin
 * in each are counted.
 * @param stretches of a text; one that has fewer tokens leaves some empty
 */
export function stripsOf(opened: Opened, texts: TextsRef, { starts }: Hits, stretches: number): TextStrip[] {
  const corpus = corpusTokensOf(opened);
  const { has } = chosenTexts(opened, texts);
  const names = new Map(listDocuments(opened.project.db).map(({ id, name }) => [id, name]));
  let hit = 0;
  return corpus.documents.flatMap((document, at) => {
    const [from, to] = [corpus.starts[at]!, corpus.starts[at + 1]!];
    const counts = new Array<number>(stretches).fill(0);
    for (; hit < starts.length && starts[hit]! < to; hit++)
      counts[Math.floor(((starts[hit]! - from) * stretches) / (to - from))]! += 1;
    return has(document) ? [{ document, name: names.get(document) ?? '', tokens: to - from, counts }] : [];
  });
}
