/** A hyphen, or a soft one. One that is never broken at divides nothing. */
export const dividers = '-‐\u00ad';

const division = new RegExp(`[${dividers}]\\s*[\\r\\n]\\s*`, 'gu');

/** A divided word without its hyphen and line end; words that are whole have none. */
export const withoutDivision = (raw: string): string => raw.replace(division, '');
