import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings, type TokenSettings } from '../../core/contract/cutting.ts';
import { docx } from '../../core/corpus/readers/docx.ts';
import { xml } from '../../core/corpus/readers/xml.ts';
import { createLexicon } from '../../core/corpus/tokenize/lexicon.ts';
import { createTokenizer, type TokenizerMethod } from '../../core/corpus/tokenize/tokenizer.ts';
import { docxFile } from '../core/corpus/readers/document-fixtures.ts';

// How fast texts become tokens, in MB of UTF-8 for each second of one core. FIRTH_OTHER names the folder of another build, which cuts the same texts in
// turns; `--quick` takes shorter texts.
const other = process.env['FIRTH_OTHER'];
const quick = process.argv.includes('--quick');
const shared = process.env['FIRTH_SHARED'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const packages = join(import.meta.dirname, '..', '..', 'node_modules', '@stdlib');
const english = ['datasets-sotu', 'datasets-moby-dick']
  .flatMap((name) => {
    const folder = join(packages, name, 'data');
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    return files.map((file) => readFileSync(join(folder, file), 'utf8'));
  })
  .join('\n\n');
const chinese = '却说那女娲氏炼石补天之时，于大荒山无稽崖炼成高经十二丈、方经二十四丈顽石。'.repeat(5_000);
const traditional = '卻說那女媧氏煉石補天之時，於大荒山無稽崖煉成高經十二丈、方經二十四丈頑石。'.repeat(
  5_000,
);

/** A real text where there is one, else a sentence again and again. */
function real(file: string, sentence: string): string {
  const path = join(shared, 'lang', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : sentence.repeat(5_000);
}
const japanese = real(
  'ja/kokoro.txt',
  '私はその人を常に先生と呼んでいた。だからここでもただ先生と書くだけで本名は打ち明けない。',
);
const thai = real('th/thaigov.txt', 'นายกรัฐมนตรีกล่าวว่ารัฐบาลจะดูแลประชาชนทุกกลุ่มอย่างทั่วถึง ');

interface Measured {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly method: TokenizerMethod;
  readonly settings?: Partial<TokenSettings>;
  /** What it is to reach: million characters a second, or so many times what the other build does. */
  readonly bar?: { readonly speed: number } | { readonly times: number };
}

const spaced = english.repeat(quick ? 1 : 5);
const measured: readonly Measured[] = [
  { name: 'English, words', text: spaced, language: 'en', method: 'spaced', bar: { times: 1 } },
  {
    name: 'English, words and punctuation',
    text: spaced,
    language: 'en',
    method: 'spaced',
    settings: { punctuation: 'keep', numbers: 'mark' },
  },
  { name: 'French rules, words', text: spaced, language: 'fr', method: 'spaced', bar: { times: 1 } },
  {
    name: 'English, already spaced',
    text: spaced,
    language: 'en',
    method: 'spaced',
    settings: { method: 'spaced' },
  },
  { name: 'Chinese, characters', text: chinese.repeat(4), language: 'zh', method: 'characters' },
  { name: 'Chinese, jieba', text: chinese, language: 'zh', method: 'segmenter' },
  { name: 'traditional Chinese, jieba', text: traditional, language: 'zh', method: 'segmenter' },
  { name: 'Japanese', text: japanese, language: 'ja', method: 'segmenter', bar: { speed: 0.4 } },
  { name: 'Thai', text: thai, language: 'th', method: 'segmenter', bar: { speed: 1 } },
];

const unitsPerPush = 65_536;
const rounds = quick ? 3 : 5;

/** What another build calls as this one does. */
interface Build {
  readonly createTokenizer: typeof createTokenizer;
  readonly createLexicon: typeof createLexicon;
  readonly kernels: string;
}

async function otherBuild(folder: string): Promise<Build> {
  const part = async (name: string) =>
    (await import(pathToFileURL(join(folder, 'core', 'corpus', 'tokenize', name)).href)) as Partial<Build>;
  const { createTokenizer: tokenizer } = await part('tokenizer.ts');
  const { createLexicon: lexicon } = await part('lexicon.ts');
  return {
    createTokenizer: tokenizer!,
    createLexicon: lexicon!,
    kernels: join(folder, 'resources', 'kernels'),
  };
}

/** Seconds of CPU, with what came out. */
function cut(build: Build, { text, language, method, settings }: Measured) {
  const lexicon = build.createLexicon();
  const tokenizer = build.createTokenizer({
    method,
    language,
    settings: { ...defaultTokenSettings, ...settings },
    lexicon,
    kernels: build.kernels,
    emit: () => undefined,
  });
  const before = process.cpuUsage();
  for (let at = 0; at < text.length; at += unitsPerPush) tokenizer.push(text.slice(at, at + unitsPerPush));
  const { tokens } = tokenizer.end();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, tokens, types: lexicon.forms.length };
}

const own: Build = { createTokenizer, createLexicon, kernels: commandLineEnvironment().kernels };
const peer = other === undefined ? null : await otherBuild(other);
const columns = ['text and method', 'MB', 'tokens', 'types', 'MB/s', 'M chars/s', 'other', 'times', 'bar'];
console.log(columns.map((title, at) => (at === 0 ? title.padEnd(34) : title.padStart(10))).join(''));
for (const one of measured) {
  const { name, text, bar } = one;
  const bytes = Buffer.byteLength(text);
  let [best, theirs] = [Infinity, Infinity];
  let came = { tokens: 0, types: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { seconds, ...rest } = cut(own, one);
    best = Math.min(best, seconds);
    came = rest;
    if (peer !== null) theirs = Math.min(theirs, cut(peer, one).seconds);
  }
  const speed = (seconds: number) => (text.length / 1e6 / seconds).toFixed(2);
  const barText = bar === undefined ? '' : 'speed' in bar ? `≥ ${bar.speed} M` : `≥ ${bar.times} ×`;
  const cells = [
    (bytes / 1e6).toFixed(1),
    String(came.tokens),
    String(came.types),
    (bytes / 1e6 / best).toFixed(1),
    speed(best),
    ...(peer === null ? ['', ''] : [speed(theirs), (theirs / best).toFixed(2)]),
    barText,
  ];
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(10)).join(''));
}

// How fast the text of documents is found, in MB of that text (Word) and of the file (TEI) for each second of one core.
const escaped = english
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .split(/\n{2,}/);
const wordFile = docxFile(escaped.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join(''));
const teiFile = `<?xml version="1.0"?><TEI><text><body>${escaped.map((text) => `<p>${text}</p>`).join('\n')}</body></text></TEI>`;
const documents = [
  { name: 'Word', mb: english.length / 1e6, read: () => docx.extract(wordFile, 'a.docx', {}) },
  { name: 'TEI', mb: teiFile.length / 1e6, read: () => xml.read(teiFile, {}, 'a.xml') },
];
console.log(`\n${'document'.padEnd(34)}${'MB'.padStart(12)}${'MB/s of CPU'.padStart(12)}`);
for (const { name, mb, read } of documents) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(name.padEnd(34) + mb.toFixed(1).padStart(12) + (mb / best).toFixed(1).padStart(12));
}
