#!/usr/bin/env bash
# Tokenizers that natural offers for a language cut its words at letters of that language: Italian perché is counted as perch.
#
# Package: npm natural 8.1.1.
# Behaviour: AggressiveTokenizerXx divides at everything outside a list of letters that was written by hand, and the lists have gaps.
#   Italian has no accented letter at all, Dutch none with a diaeresis, Portuguese no ü. Those for Norwegian and Swedish take accents off some
#   letters first and cut at others. The general WordTokenizer knows Cyrillic from А to я, where Ё and ё are not; TreebankWordTokenizer puts each letter
#   beyond ASCII into a token of its own.
# Seen: It perché città così → perch citt cos; Nl reünie één → re nie n; Sv idé kafé → ide kaf; Pt tranqüilo → tranq ilo;
#   WordTokenizer Ёлка ёж → лка ж; TreebankWordTokenizer Ёлка → Ё л к а, naïve → na ï ve.
# Why it matters: nothing fails, and the lists of words look plausible. In Italian the endings that are cut are those of città, virtù, è and of every
#   future tense, so whole types and their neighbours are others; ide and idé are one word of Swedish. A tokenizer should go
#   by the letters of Unicode, not by a list.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund natural@8.1.1

cat >see.cjs <<'JS'
const tokenizers = require('natural/lib/natural/tokenizers');
const tried = [
  ['AggressiveTokenizerIt', 'perché la città è così', 'perch la citt cos'],
  ['AggressiveTokenizerNl', 'reünie één', 're nie n'],
  ['AggressiveTokenizerSv', 'idé kafé', 'ide kaf'],
  ['AggressiveTokenizerPt', 'tranqüilo', 'tranq ilo'],
  ['WordTokenizer', 'Ёлка ёж', 'лка ж'],
  ['TreebankWordTokenizer', 'Ёлка naïve', 'Ё л к а na ï ve'],
];
for (const [name, text, before] of tried) {
  const now = new tokenizers[name]().tokenize(text).join(' ');
  console.log(`${name}: ${text} → ${now}`);
  if (now !== before) process.exitCode = 1;
}
JS
node see.cjs
