import { AppError } from '../../contract/errors.ts';
import type { Metadata } from '../metadata.ts';
import type { Contents, Extracted } from './extracted.ts';
import { htmlText } from './html.ts';
import { LeftOutCounts } from './left-out.ts';
import { headerText, mimePart, mimeText, type MimePart } from './mime.ts';
import type { DocumentReader } from './reader.ts';

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** Fields as a message begins with; one of them says that it is one. */
const beginsAsMessage = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,200}?MIME-Version:\s*1\.0/i;
const beginsAsMailbox = /^From \S+.*\d{4}\r?\n[\w-]+:/;
const named = /\.(?:eml|mht|mhtml|emlx|mbox)$/i;

/** Messages (EML, mailboxes) and pages that were saved as one (MHTML). */
export const message: DocumentReader = {
  id: 'message',
  accepts(file, head) {
    const text = latin1(head).replace(/^\xef\xbb\xbf/, '');
    if (beginsAsMessage.test(text)) return true;
    return named.test(file)
      ? /^(?:From |\d+\s*\r?\n)?[\w-]+:/.test(text) || beginsAsMailbox.test(text)
      : false;
  },
  extract(bytes, file): Contents {
    const source = latin1(bytes).replace(/^\xef\xbb\xbf/, '');
    const leftOut = new LeftOutCounts();
    // Apple Mail writes the length of the message before it, and a list of properties behind.
    const length = /\.emlx$/i.test(file) ? /^(\d{1,10})\s*\r?\n/.exec(source) : null;
    const messages =
      length === null
        ? beginsAsMailbox.test(source)
          ? mailbox(source)
          : [source]
        : [source.slice(length[0].length, length[0].length + Number(length[1]))];
    const documents = messages.map((one) => messageText(mimePart(one), leftOut));
    return {
      documents:
        documents.length === 1 ? documents : documents.map((one, at) => ({ ...one, part: String(at + 1) })),
      leftOut: leftOut.all(),
    };
  },
};

/** Messages one behind the other, each with a line “From …” before it (RFC 4155). */
function mailbox(source: string): readonly string[] {
  return source
    .split(/(?:^|\r?\n(?=\r?\n))\r?\n?From \S+ [^\n]*\d{4}[^\n]*\r?\n(?=[\w-]+:)/)
    .filter((one) => one.trim() !== '')
    .map((one) => one.replace(/^From [^\n]*\n/, '').replaceAll(/^>(>*From )/gm, '$1'));
}

function messageText(part: MimePart, leftOut: LeftOutCounts): Extracted {
  return { text: textOf(part, leftOut), metadata: fieldsOf(part) };
}

function fieldsOf(part: MimePart): Metadata {
  const fields: Record<string, string> = {};
  const subject = headerText(part.header('subject') ?? '');
  // The name, where one stands before the address.
  const from = headerText(part.header('from') ?? '').replace(/^"?([^"<]*[^"<\s])"?\s*<[^>]*>$/, '$1');
  if (subject !== '') fields['title'] = subject.slice(0, 300);
  // Who saved a page did not write it.
  if (from !== '' && !/^<saved by/i.test(from)) fields['author'] = from.slice(0, 300);
  const date = new Date(part.header('date') ?? '');
  if (!Number.isNaN(date.getTime())) fields['date'] = date.toISOString().slice(0, 10);
  return fields;
}

/** What a message says: of alternatives the plain one, unless it is empty; attachments are files of their own. */
export function textOf(part: MimePart, leftOut: LeftOutCounts): string {
  const { type, parts } = part;
  if (
    type === 'multipart/encrypted' ||
    (type === 'application/pkcs7-mime' && (part.parameters.get('smime-type') ?? '').includes('enveloped'))
  )
    throw new AppError('E_FILE_ENCRYPTED');
  if (type === 'multipart/alternative') return alternativeText(parts, leftOut);
  if (type === 'multipart/related') return relatedText(part, leftOut);
  if (type.startsWith('multipart/'))
    return joined(parts.filter(({ isAttachment }) => !isAttachment).map((one) => textOf(one, leftOut)));
  if (type === 'message/rfc822') return textOf(mimePart(part.body, 1), leftOut);
  if (type === 'text/html' || type === 'application/xhtml+xml')
    return htmlText(mimeText(part), { xml: type !== 'text/html', leftOut });
  return type === 'text/plain' || type === 'text/enriched' ? mimeText(part).trim() : '';
}

function alternativeText(parts: readonly MimePart[], leftOut: LeftOutCounts): string {
  const ranked = parts.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const part of ranked) {
    const text = textOf(part, leftOut);
    if (text.trim() !== '') return text;
  }
  return '';
}

const rankOf = ({ type }: MimePart) => (type === 'text/plain' ? 0 : type === 'text/html' ? 1 : 2);

/** A page and what belongs to it: pictures, style sheets, pages within frames. */
function relatedText(whole: MimePart, leftOut: LeftOutCounts): string {
  const { parts, parameters } = whole;
  const start = parameters.get('start');
  const root = parts.find((one) => start !== undefined && one.header('content-id') === start) ?? parts[0];
  if (root === undefined) return '';
  if (root.type !== 'text/html') return textOf(root, leftOut);
  const styles = parts
    .filter(({ type }) => type === 'text/css')
    .map(mimeText)
    .join('\n');
  const pages = parts.filter(({ type, isAttachment }) => type === 'text/html' && !isAttachment);
  const others = pages.filter((one) => one !== root);
  return joined([root, ...others].map((page) => htmlText(mimeText(page), { styles, leftOut })));
}

const joined = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '').join('\n\n');
