/** What a person would call a format that holds no text that can be read, so that it can be said what to do. */
const families = {
  picture: ['PNG', 'JPEG', 'GIF', 'TIFF', 'WebP'],
  recording: ['WAV', 'MP3', 'Ogg', 'MP4'],
  archive: ['BZIP2', 'XZ', 'Zstandard', '7z', 'RAR', 'GZIP (GZIP)', 'ZIP'],
} as const;

export type FileFamily = keyof typeof families | 'old-word' | 'other';

export function familyOf(format: string | undefined): FileFamily {
  if (format === 'DOC') return 'old-word';
  const found = Object.entries(families).find(([, formats]) => formats.some((one) => one === format));
  return found === undefined ? 'other' : (found[0] as keyof typeof families);
}
