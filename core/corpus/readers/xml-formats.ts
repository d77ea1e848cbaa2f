import type { Taking } from '../../contract/import.ts';
import type { Contents } from './extracted.ts';
import { foliaContents } from './annotated/folia.ts';
import { tcfContents } from './annotated/tcf.ts';
import { flexTextContents } from './interlinear/flex-text.ts';
import { liftContents } from './languages/lift.ts';
import { tmxContents } from './languages/tmx.ts';
import { altoContents } from './pages/alto.ts';
import { pageContents } from './pages/page-xml.ts';
import { elanContents } from './speech/elan.ts';
import { exmaraldaContents } from './speech/exmaralda.ts';
import { isoTranscriptionContents } from './speech/iso-transcription.ts';
import { transcriberContents } from './speech/transcriber.ts';

/** XML that holds data more than running text; each is told by its outermost element. */
interface XmlFormat {
  readonly root: string;
  /** What else it holds, where other kinds of files have an outermost element of that name. */
  readonly holds?: readonly RegExp[];
  readonly read: (source: string, taking: Taking) => Contents;
}

const element = (names: string) => new RegExp(`<(?:[\\w.-]+:)?(?:${names})[\\s/>]`);

const formats: readonly XmlFormat[] = [
  { root: 'ANNOTATION_DOCUMENT', read: elanContents },
  { root: 'basic-transcription', read: exmaraldaContents },
  { root: 'Trans', read: transcriberContents },
  { root: 'TEI', holds: [element('annotationBlock|timeline'), element('u')], read: isoTranscriptionContents },
  { root: 'document', holds: [element('interlinear-text')], read: flexTextContents },
  { root: 'FoLiA', read: foliaContents },
  { root: 'D-Spin', read: tcfContents },
  { root: 'tmx', read: tmxContents },
  { root: 'lift', read: liftContents },
  { root: 'PcGts', read: pageContents },
  { root: 'alto', read: altoContents },
];

/**
 * Who reads a file with this outermost element, where it is not read as running text.
 * @param source all of it, or its beginning
 */
export const xmlFormatOf = (root: string | undefined, source: string): XmlFormat | undefined =>
  formats.find((one) => one.root === root && (one.holds ?? []).every((what) => what.test(source)));
