/** Formats that are not plain text, told by the first bytes of a file. */
interface Signature {
  readonly format: string;
  /** Over the head as Latin-1. */
  readonly begins: RegExp;
}

// The first that fits is taken: ZIP and OLE files are looked into before they are called that.
const signatures: readonly Signature[] = [
  { format: 'PDF', begins: /^\s{0,32}%PDF-/ },
  { format: 'EPUB', begins: /^PK\x03\x04.{26}mimetypeapplication\/epub\+zip/s },
  { format: 'ODS', begins: /^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/s },
  {
    format: 'ODT',
    begins: /^PK\x03\x04.{26}mimetypeapplication\/vnd\.(?:oasis\.opendocument|sun\.xml\.writer)/s,
  },
  { format: 'DOCX', begins: /^PK\x03\x04[^]*?PK\x03\x04.{26}word\//s },
  { format: 'XLSX', begins: /^PK\x03\x04[^]*?PK\x03\x04.{26}xl\//s },
  { format: 'PPTX', begins: /^PK\x03\x04[^]*?PK\x03\x04.{26}ppt\//s },
  { format: 'HWPX', begins: /^PK\x03\x04.{26}mimetypeapplication\/hwp\+zip/s },
  { format: 'IDML', begins: /^PK\x03\x04.{26}mimetypeapplication\/vnd\.adobe\.indesign-idml-package/s },
  { format: 'InDesign', begins: /^\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d/ },
  { format: 'ZIP', begins: /^PK(?:\x03\x04|\x05\x06|\x07\x08)/ },
  { format: 'MOBI', begins: /^.{60}(?:BOOKMOBI|TEXtREAd)/s },
  { format: 'KFX', begins: /^(?:\xeaDRMION\xee|CONT\x02)/ },
  { format: 'LIT', begins: /^ITOLITLS/ },
  { format: 'CHM', begins: /^ITSF/ },
  { format: 'DjVu', begins: /^AT&TFORM.{4}DJV[UM]/s },
  { format: 'webarchive', begins: /^bplist00[^]*WebMainResource/ },
  { format: 'PostScript', begins: /^(?:\xc5\xd0\xd3\xc6|[\x04\s]{0,32}%!PS)/ },
  { format: 'WordPerfect', begins: /^\xffWPC/ },
  { format: 'PGP', begins: /^\s*-----BEGIN PGP MESSAGE-----/ },
  { format: 'uuencode', begins: /^begin [0-7]{3} [^\r\n]{1,200}\r?\n(?:[ -`]{1,61}\r?\n){2}/ },
  { format: 'DOC', begins: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/ },
  { format: 'RTF', begins: /^\s{0,32}\{\\rtf/ },
  { format: 'SQLite', begins: /^SQLite format 3\0/ },
  { format: 'PNG', begins: /^\x89PNG\r\n\x1a\n/ },
  { format: 'JPEG', begins: /^\xff\xd8\xff/ },
  { format: 'GIF', begins: /^GIF8[79]a/ },
  { format: 'TIFF', begins: /^(?:II\*\0|MM\0\*)/ },
  { format: 'WebP', begins: /^RIFF.{4}WEBP/s },
  { format: 'WAV', begins: /^RIFF.{4}WAVE/s },
  { format: 'MP3', begins: /^ID3[\x02-\x04]/ },
  { format: 'Ogg', begins: /^OggS\0/ },
  { format: 'MP4', begins: /^\0\0\0.ftyp/s },
  { format: 'GZIP', begins: /^\x1f\x8b/ },
  { format: 'BZIP2', begins: /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/ },
  { format: 'XZ', begins: /^\xfd7zXZ\0/ },
  { format: 'Zstandard', begins: /^\x28\xb5\x2f\xfd/ },
  { format: '7z', begins: /^7z\xbc\xaf\x27\x1c/ },
  { format: 'RAR', begins: /^Rar!\x1a\x07/ },
  { format: 'HTML', begins: /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i },
  { format: 'XML', begins: /^\s*<\?xml[\s?]/i },
  // The declaration may be missing.
  {
    format: 'XML',
    begins:
      /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<[A-Za-z][\w.:-]{0,99}\s[^<>]{0,2000}?\bxmlns(?::[\w.-]+)?\s*=\s*["']/,
  },
];

const markup = /\.(?:x?html?|xml|tei|svg)$/i;

/** What a file is when it is no plain text, by its first bytes (some thousand of them); undefined when it may be one. */
export function formatOf(file: string, head: Uint8Array): string | undefined {
  const text = headText(head);
  const found = signatures.find(({ begins }) => begins.test(text));
  if (found?.format === 'ZIP' && (/\.(?:pages|numbers|key)$/i.test(file) || text.includes('.iwa')))
    return 'iWork';
  if (found !== undefined) return found.format;
  const typesetting = sourceFor(file, text);
  if (typesetting !== undefined) return typesetting;
  if (isBase64(text)) return 'Base64';
  if (!markup.test(file) || !/^\s*<[\w!]/.test(text)) return undefined;
  return /html?$/i.test(file) ? 'HTML' : 'XML';
}

/** The typesetter that a text is a source for: its commands would be words. */
function sourceFor(file: string, text: string): string | undefined {
  if (
    (/\.(?:tex|ltx|latex)$/i.test(file) && (text.match(/\\[a-zA-Z]{2,}/g)?.length ?? 0) >= fewestCommands) ||
    /^\s*(?:%[^\n]*\n\s*)*\\document(?:class|style)\b/.test(text)
  )
    return 'LaTeX';
  if (
    /^\s*(?:@c(?:omment)?\b[^\n]*\n\s*)*\\input texinfo\b/.test(text) ||
    (text.match(/^@(?:node|chapter|section|settitle|setfilename|menu|bye|direntry)\b/gm)?.length ?? 0) >=
      fewestCommands
  )
    return 'Texinfo';
  return isTroff(text) ? 'troff' : undefined;
}
const fewestCommands = 3;

/** Lines of requests (manuals, `-ms`, `-me`, `-mdoc`), a fifth of all, among them one that begins a document or a paragraph. */
function isTroff(text: string): boolean {
  const requests =
    text.match(/^['.][ \t]*(?:\\"|[A-Za-z]{2}(?=[ \t\r\n]|$)|(?:de|ds|nr|ie|el|if)\b)/gm) ?? [];
  return (
    requests.length >= fewestRequests &&
    requests.length * 5 >= text.split('\n').length &&
    /^\.(?:T[HL]|[SN]H|[LPIA]P|PP|Dd|Sh|lp|pp|so|de|ft|sp|ce)[ \t\r\n]/m.test(text)
  );
}
const fewestRequests = 4;

/** Bytes written as letters: lines of one length, of all the kinds of letters that there are. */
function isBase64(text: string): boolean {
  if (/^data:[\w.+/;=-]*;base64,/.test(text)) return true;
  const lines = text.trim().split(/\r?\n/);
  const width = lines[0]!.length;
  // The last line is shorter, and may be cut off.
  return (
    width >= leastWidth &&
    lines.every(
      (line, at) =>
        /^[A-Za-z0-9+/_-]+={0,2}$/.test(line) && (line.length === width || at === lines.length - 1),
    ) &&
    [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(text))
  );
}
const leastWidth = 40;

/** As Latin-1, without byte-order mark; letters of UTF-16 and UTF-32 stand without their zero bytes. */
function headText(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (/^(?:\xff\xfe|(?:\0\0)?\xfe\xff|\0{0,3}<\0)/.test(text))
    return text.replaceAll('\0', '').replace(/^[\xfe\xff]{2}/, '');
  return text.replace(/^\xef\xbb\xbf/, '');
}
