/** Name of a recording without the folders of somebody else’s computer: `file:///C:/data/talk.wav` is talk.wav. */
export function recordingName(address: string): string {
  const name = address.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
  try {
    return decodeURIComponent(name).trim();
  } catch {
    return name.trim();
  }
}
