import type { Taking } from '../../contract/corpus.ts';
import type { Contents } from './extracted.ts';
import { elanContents } from './speech/elan.ts';

/** XML that holds data more than running text; each is told by its outermost element. */
interface XmlFormat {
  readonly root: string;
  /** Where other kinds of files have an outermost element of that name. */
  readonly holds?: RegExp;
  readonly read: (source: string, taking: Taking) => Contents;
}

const formats: readonly XmlFormat[] = [{ root: 'ANNOTATION_DOCUMENT', read: elanContents }];

/** Who reads a file with this outermost element, where it is not read as running text. */
export const xmlFormatOf = (root: string | undefined, source: string): XmlFormat | undefined =>
  formats.find((one) => one.root === root && (one.holds === undefined || one.holds.test(source)));

/** Whether files with this outermost element are read here, whatever they are called. */
export const isXmlFormat = (root: string | undefined): boolean =>
  formats.some((one) => one.root === root && one.holds === undefined);
