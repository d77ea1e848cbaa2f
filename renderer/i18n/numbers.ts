import type { Language } from '../../core/contract/messages/message.ts';

// What rounds to zero has no sign.
const minusSign = (text: string) => (/[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', ''));

/** Whole numbers with separators: 412,306. */
export function whole(n: number, language: Language): string {
  return minusSign(Math.round(n).toLocaleString(language));
}

/** Three decimals below 10, fewer above, so that columns of scores line up. */
export function score(n: number, language: Language): string {
  if (!Number.isFinite(n)) return '–';
  const places = Math.abs(n) < 10 ? 3 : Math.abs(n) < 100 ? 2 : 1;
  const shown = n.toLocaleString(language, { minimumFractionDigits: places, maximumFractionDigits: places });
  return minusSign(shown);
}

/** So many decimals, always: for columns of one kind. */
export function fixed(n: number, places: number, language: Language): string {
  if (!Number.isFinite(n)) return '–';
  return minusSign(
    n.toLocaleString(language, { minimumFractionDigits: places, maximumFractionDigits: places }),
  );
}

/** Up to three significant digits, for sizes that span magnitudes: 0.025, 0.0001, 12.3. */
export function short(n: number, language: Language): string {
  return minusSign(n.toLocaleString(language, { maximumSignificantDigits: 3 }));
}

/** Three significant digits, always: for perplexities, which span magnitudes and are compared. */
export function three(n: number, language: Language): string {
  if (!Number.isFinite(n)) return '–';
  return n.toLocaleString(language, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
}

export function percent(share: number, language: Language): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  return share.toLocaleString(language, { style: 'percent', maximumFractionDigits: digits });
}

/** Powers of 1000, as disks count: 34 MB. */
export function bytes(n: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let step = 0;
  let size = n;
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000;
    step++;
  }
  const unit = units[step] ?? 'byte';
  const digits = size < 10 && step > 0 ? 1 : 0;
  return size.toLocaleString(language, {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  });
}

/** Hours and minutes of the day: 10:42. */
export function timeOfDay(at: number, language: Language): string {
  return new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
}

export function day(at: number, language: Language): string {
  return new Date(at).toLocaleDateString(language, { year: 'numeric', month: 'short', day: 'numeric' });
}

export function dayAndTime(at: number, language: Language): string {
  return `${day(at, language)} ${timeOfDay(at, language)}`;
}

/** The largest fitting unit and a whole number of it, never less than one second. */
export function span(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly n: number;
} {
  if (seconds < 90) return { unit: 'seconds', n: Math.max(1, Math.round(seconds)) };
  if (seconds < 5400) return { unit: 'minutes', n: Math.round(seconds / 60) };
  return { unit: 'hours', n: Math.round(seconds / 3600) };
}
