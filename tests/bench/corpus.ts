import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings, type TokenSettings } from '../../core/contract/cutting.ts';
import { docx } from '../../core/corpus/readers/docx.ts';
import { xml } from '../../core/corpus/readers/xml.ts';
import { createLexicon } from '../../core/corpus/tokenize/lexicon.ts';
import { createTokenizer, type TokenizerMethod } from '../../core/corpus/tokenize/tokenizer.ts';
import { docxFile } from '../core/corpus/readers/document-fixtures.ts';

// How fast texts become tokens, in MB of UTF-8 for each second of one core.
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

interface Measured {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly method: TokenizerMethod;
  readonly settings?: Partial<TokenSettings>;
}

const measured: readonly Measured[] = [
  { name: 'English, words', text: english.repeat(5), language: 'en', method: 'spaced' },
  {
    name: 'English, words and punctuation',
    text: english.repeat(5),
    language: 'en',
    method: 'spaced',
    settings: { punctuation: 'keep', numbers: 'mark' },
  },
  { name: 'French rules, words', text: english.repeat(5), language: 'fr', method: 'spaced' },
  {
    name: 'English, already spaced',
    text: english.repeat(5),
    language: 'en',
    method: 'spaced',
    settings: { method: 'spaced' },
  },
  { name: 'Chinese, characters', text: chinese.repeat(4), language: 'zh', method: 'characters' },
  { name: 'Chinese, jieba', text: chinese, language: 'zh', method: 'segmenter' },
  { name: 'traditional Chinese, jieba', text: traditional, language: 'zh', method: 'segmenter' },
];

const unitsPerPush = 65_536;
const rounds = 5;

const columns = ['text and method', 'MB', 'tokens', 'types', 'MB/s of CPU', 'M chars/s'];
console.log(columns.map((title, at) => (at === 0 ? title.padEnd(34) : title.padStart(12))).join(''));
for (const { name, text, language, method, settings } of measured) {
  const bytes = Buffer.byteLength(text);
  let best = Infinity;
  let tokens = 0;
  let types = 0;
  for (let round = 0; round < rounds; round += 1) {
    const lexicon = createLexicon();
    const tokenizer = createTokenizer({
      method,
      language,
      settings: { ...defaultTokenSettings, ...settings },
      lexicon,
      kernels: commandLineEnvironment().kernels,
      emit: () => undefined,
    });
    const before = process.cpuUsage();
    for (let at = 0; at < text.length; at += unitsPerPush) tokenizer.push(text.slice(at, at + unitsPerPush));
    tokens = tokenizer.end().tokens;
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
    types = lexicon.forms.length;
  }
  const cells = [
    (bytes / 1e6).toFixed(1),
    String(tokens),
    String(types),
    (bytes / 1e6 / best).toFixed(1),
    (text.length / 1e6 / best).toFixed(2),
  ];
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join(''));
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
