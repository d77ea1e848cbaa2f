import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../core/corpus/readers/signatures.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
/** A ZIP entry without content, as far as its name. */
const entry = (name: string, content = '') => `PK\x03\x04${'\0'.repeat(26)}${name}${content}`;

describe('formatOf', () => {
  it.each([
    ['PDF', '%PDF-1.7\n'],
    ['EPUB', entry('mimetype', 'application/epub+zip')],
    ['ODT', entry('mimetype', 'application/vnd.oasis.opendocument.text')],
    ['DOCX', entry('[Content_Types].xml', '…') + entry('word/document.xml')],
    ['XLSX', entry('[Content_Types].xml', '…') + entry('xl/workbook.xml')],
    ['ZIP', entry('letters/one.txt')],
    ['ZIP', 'PK\x05\x06'],
    ['DOC', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
    ['RTF', '{\\rtf1\\ansi'],
    ['SQLite', 'SQLite format 3\0'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['GZIP', '\x1f\x8b\x08'],
    ['HTML', '<!DOCTYPE html>\n<html>'],
    ['HTML', '\n<!-- made by hand -->\n<HTML>'],
    ['XML', '\xef\xbb\xbf<?xml version="1.0"?>'],
    ['XML', '\xff\xfe<\0?\0x\0m\0l\0 \0'],
    ['XML', '<!-- by hand --><office:document\n xmlns:office="urn:oasis">'],
  ])('tells %s whatever the name says', (format, head) => {
    expect(formatOf('letters.txt', bytes(head))).toBe(format);
  });

  it('goes by the name only where the beginning is markup too', () => {
    expect(formatOf('letters.xml', bytes('<TEI xmlns="x">'))).toBe('XML');
    expect(formatOf('letters.html', bytes('<p>One'))).toBe('HTML');
    expect(formatOf('letters.xml', bytes('One'))).toBeUndefined();
    expect(formatOf('letters.docx', bytes('One'))).toBeUndefined();
  });

  it('does not lose itself in comments', () => {
    expect(formatOf('letters.txt', bytes('<!---->'.repeat(1000)))).toBeUndefined();
  });

  it.each([
    '',
    'Plain',
    '.NET is one.\n.IO is another.\n.PP and so on\nWords\n',
    '<doc id="1">\nOne',
    '< 5',
    'PK is short',
    'Rar!',
    'II and MM',
    '\0\0\0',
    '{rtf}',
  ])('leaves %j to be a text', (head) => {
    expect(formatOf('letters.txt', bytes(head))).toBeUndefined();
  });
});
