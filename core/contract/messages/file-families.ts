/** What a person would call a format that holds no text that can be read, so that it can be said what to do. */
const families = {
  'old-word': ['DOC'],
  'old-office': ['XLS', 'XLSB'],
  slides: ['PPT', 'PPTX'],
  hangul: ['HWP', 'HWPX'],
  'word-perfect': ['WordPerfect'],
  apple: ['iWork'],
  'mail-outlook': ['MSG'],
  'saved-page': ['webarchive'],
  'reader-book': ['MOBI', 'KFX', 'LIT'],
  'scanned-book': ['DjVu'],
  typesetting: ['LaTeX', 'troff', 'Texinfo'],
  layout: ['IDML', 'InDesign'],
  printing: ['PostScript'],
  coded: ['Base64', 'uuencode'],
  secret: ['PGP'],
  picture: ['PNG', 'JPEG', 'GIF', 'TIFF', 'WebP'],
  recording: ['WAV', 'MP3', 'Ogg', 'MP4'],
  archive: ['BZIP2', 'XZ', 'Zstandard', '7z', 'RAR', 'GZIP (GZIP)', 'ZIP'],
} as const;

export type FileFamily = keyof typeof families | 'other';

export function familyOf(format: string | undefined): FileFamily {
  const found = Object.entries(families).find(([, formats]) => formats.some((one) => one === format));
  return found === undefined ? 'other' : (found[0] as keyof typeof families);
}

/** Why a file could not be read that the system let be opened: it is damaged, or not what its name says. */
export const isDamage = (reason: string | undefined): boolean =>
  reason !== undefined && /^(?:zip|gzip|docx|odt|ods|epub|xlsx|pdf|nesting|binary TextGrid)$/.test(reason);
