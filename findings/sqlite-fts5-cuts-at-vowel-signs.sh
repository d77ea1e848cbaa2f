#!/usr/bin/env bash
# SQLite's full-text search (FTS5) cuts Indic, Thai, Burmese, pointed Hebrew and vocalised Arabic words at every vowel sign.
#
# Package: npm @sqlite.org/sqlite-wasm 3.54.1-build1 (FTS5 is built in; the same tokenizer is in every SQLite).
# Behaviour: unicode61, the tokenizer that is used when none is named, takes letters, digits and private use (L*, N*, Co) for parts of words.
#   Combining marks are none of these; only some between U+0300 and U+0331 are let pass. Vowel signs, virama, points and harakat part words.
# Seen: Hindi मनुष्यों → मन ष य; Bengali মানুষ → ম ন ষ; Tamil மனித → மன த; Thai มนุษย์ → มน ษย; Hebrew בְּרֵאשִׁית → ב ר אש ית. A query for
#   मन “mind” finds a text that has only मनुष्यों “human beings”.
# Why it matters: a search box over a corpus finds what was typed, since the query is cut alike, and so nobody notices; but the table of terms
#   (fts5vocab) is no list of words, frequencies and bm25 are of fragments, and short words are found within others. The option
#   categories 'L* N* Co Mn Mc' mends it. Whoever counts words with FTS5 must set it.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() { npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund "$@"; }

install @sqlite.org/sqlite-wasm@3.54.1-build1
cat >see.mjs <<'JS'
import start from '@sqlite.org/sqlite-wasm';
const sqlite = await start({ print: () => {}, printErr: () => {} });
const db = new sqlite.oo1.DB(':memory:');
const texts = { Hindi: 'मनुष्यों', Bengali: 'মানুষ', Tamil: 'மனித', Thai: 'มนุษย์', Hebrew: 'בְּרֵאשִׁית', Arabic: 'بِسْمِ' };
function terms(text, tokenizer) {
  db.exec(`DROP TABLE IF EXISTS v; DROP TABLE IF EXISTS t;
    CREATE VIRTUAL TABLE t USING fts5(x, tokenize="${tokenizer}"); CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')`);
  db.exec({ sql: 'INSERT INTO t VALUES (?)', bind: [text] });
  return db.selectValues('SELECT term FROM v ORDER BY offset');
}
console.log('SQLite', sqlite.version.libVersion);
let isAsDescribed = true;
for (const [language, text] of Object.entries(texts)) {
  const usual = terms(text, 'unicode61');
  const withMarks = terms(text, "unicode61 categories 'L* N* Co Mn Mc'");
  console.log(language, text, '→', usual.join(' '), '| with categories:', withMarks.join(' '));
  isAsDescribed &&= usual.length > 1 && withMarks.length === 1;
}
terms('सभी मनुष्यों को', 'unicode61');
const found = db.selectValue("SELECT count(*) FROM t WHERE t MATCH 'मन'");
console.log('texts that “have” मन:', found);
process.exit(isAsDescribed && found === 1 ? 0 : 1);
JS
node see.mjs
