#!/usr/bin/env bash
# Hundreds of entries of stopwords-iso can equal no word of a text in NFC: their letters are others, or they begin with a lost letter's mark.
#
# Package: npm stopwords-iso 1.1.0, the collection of 57 lists that programs in many languages take theirs from.
# Behaviour: entries are as the lists were once found. In Greek all words with delta have U+2206, the increment sign of mathematics, for it.
#   In Bengali and Hindi letters with a nukta are single characters, which NFC always divides. Arabic has vowel and shadda in
#   the order in which they were typed, NFC the other way round. In Urdu entries begin with a mark, the letter before it
#   being lost. Of Vietnamese more than half are of two words or more; four of English end in a quotation mark in place of “lf”.
# Seen: Greek 67 of 847 entries with U+2206 (among them η∆η “already”, ει∆εμη), Bengali 10 of 398 and Arabic 19 of 480 not in NFC (among them হয় “is”,
#   নয় “not”, إِنَّ), Hindi 2 of 225; Urdu 16 of 517 begin with a mark; Vietnamese 379 of 645 hold a space; English herse” himse” itse” myse”
#   beside the whole words; Hungarian ide-оda with a Cyrillic о.
# Why it matters: a list is applied by comparing strings, so nothing fails: the most frequent words of Greek and Bengali stay among keywords and neighbours while the
#   method says that stop words were left out. Normalising the list as the text was, and mending letters, is needed before use.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund stopwords-iso@1.1.0

cat >see.mjs <<'JS'
import { createRequire } from 'node:module';
const lists = createRequire(`${process.cwd()}/`)('stopwords-iso');
const seen = [];
const count = (language, what, is) => {
  const found = lists[language].filter(is);
  seen.push(found.length);
  console.log(`${language}  ${what}: ${found.length} of ${lists[language].length}: ${found.slice(0, 5).join(' | ')}`);
};
const isNotNfc = (entry) => entry !== entry.normalize('NFC');
count('el', 'increment sign for delta', (entry) => entry.includes('\u2206'));
count('bn', 'not in NFC', isNotNfc);
count('hi', 'not in NFC', isNotNfc);
count('ar', 'not in NFC', isNotNfc);
count('ur', 'begin with a mark', (entry) => /^\p{M}/u.test(entry));
count('vi', 'several words', (entry) => entry.includes(' '));
count('en', 'a quotation mark in the word', (entry) => entry.includes('”'));
count('hu', 'Cyrillic letters', (entry) => /\p{Script=Cyrillic}/u.test(entry));
process.exitCode = seen.join(' ') === '67 10 2 19 16 379 4 1' ? 0 : 1;
console.log(seen.join(' '));
JS
node see.mjs
