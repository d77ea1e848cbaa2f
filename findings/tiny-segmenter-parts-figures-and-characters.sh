#!/usr/bin/env bash
# TinySegmenter counts each figure of a number as a word and divides rarer characters into two halves that are none.
#
# Package: npm tiny-segmenter 0.2.0 (the Japanese segmenter of 25 KB that search indexes and browser tools carry).
# Behaviour: features are of single characters, and a text is taken apart by UTF-16 units. Whether two figures belong together was learned from
#   newspaper text, where each stood for itself; a character beyond U+FFFF becomes two units with a word boundary between them.
# Seen: 12人 → 1 / 2 / 人, 1984年 → 1 / 9 / 8 / 4 / 年; 𠮷野家 → two half characters / 野家. Joined again the tokens are the text, but written out as UTF-8 each half becomes U+FFFD.
# Why it matters: 1 and 2 are among the most frequent “words” of a Japanese corpus, no year or number can be looked up, and the names
#   of people and firms that are written with 𠮷, 𡈽 or 𩸽 turn into two replacement characters, which look like a fault of the file's encoding.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund tiny-segmenter@0.2.0

cat >see.cjs <<'JS'
const TinySegmenter = require('tiny-segmenter');
const segmenter = new TinySegmenter();
const tried = [
  ['12人が来た', '1 / 2 / 人 / が / 来た'],
  ['1984年', '1 / 9 / 8 / 4 / 年'],
  ['𠮷野家', '\ufffd / \ufffd / 野家'],
];
for (const [text, before] of tried) {
  // As it would stand in a file.
  const now = segmenter.segment(text).map((token) => Buffer.from(token).toString()).join(' / ');
  console.log(`${text} → ${now}`);
  if (now !== before) process.exitCode = 1;
}
JS
node see.cjs
