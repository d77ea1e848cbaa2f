const most = 200;

/** As much of a sample as is looked at, up to the end of a word: half a word would be cut like none of the text. */
export function beginning(sample: string): string {
  if (sample.length <= most) return sample;
  const spaced = /^[^]*(?=\s)/u.exec(sample.slice(0, most + 1))?.[0].trimEnd() ?? '';
  return spaced === ''
    ? Array.from(sample.slice(0, most + 1))
        .slice(0, -1)
        .join('')
    : spaced;
}
