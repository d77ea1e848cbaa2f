import { resolve } from 'node:path';
import { conditionsOf } from '../contract/conditions.ts';
import { UsageError } from './usage-error.ts';
import type { Reading } from './option.ts';

// How what is typed on a command line becomes a value. Each is told what to call itself when it does not fit.

export const readText: Reading = (text) => text;

export const readFile: Reading = (text) => ({ path: resolve(text) });

export const readNumber =
  (what: string): Reading =>
  (text) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number))
      throw new UsageError(`${what} takes a number, not “${text}”`);
    return number;
  };

/** A whole number from 0. */
export const readCount =
  (what: string): Reading =>
  (text) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0)
      throw new UsageError(`${what} takes a whole number from 0, not “${text}”`);
    return number;
  };

export const readChoice =
  (what: string, of: readonly string[]): Reading =>
  (text) => {
    if (of.includes(text)) return text;
    throw new UsageError(`${what} takes ${of.join(', ')}, not “${text}”`);
  };

/** `a, b,` → a and b */
export const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const readList: Reading = (text) => partsOf(text);

export const readCounts =
  (what: string): Reading =>
  (text, context) =>
    partsOf(text).map((part) => readCount(what)(part, context));

export const readConditions: Reading = (text) => conditionsOf(text);

/** `R1,N.lemma,meta:year` → 1, what the layer says of the match, the field */
export const readOrder =
  (what: string): Reading =>
  (text) =>
    partsOf(text).map((part) => {
      const field = /^meta:(.+)$/su.exec(part)?.[1];
      if (field !== undefined) return { field };
      const found = /^(?:(N)|([LR])(\d{1,2}))(?:[.:](.+))?$/isu.exec(part);
      if (found === null)
        throw new UsageError(
          `${what} takes places such as R1,L1,N, layers such as R1.lemma and fields such as meta:year, not “${part}”`,
        );
      const [, node, side, far, layer] = found;
      const place = node !== undefined ? 0 : (side!.toUpperCase() === 'L' ? -1 : 1) * Number(far);
      return layer === undefined ? place : { place, layer };
    });

/** As in tables: 1849 is a number, 007 is a name, and nothing is no value. */
export const readFieldValue: Reading = (text) => {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
};

/** Lists of words lie in files, read as a dictionary is. */
export const readDictionaryFile: Reading = (text, context) =>
  context.call('corpus.readDictionary', { file: { path: resolve(text) } });

export const readWordFile: Reading = async (text, context) =>
  (await context.call('corpus.readStopWords', { file: { path: resolve(text) } })).words;

export const readJson =
  (what: string): Reading =>
  (text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new UsageError(`${what} takes JSON`);
    }
  };
