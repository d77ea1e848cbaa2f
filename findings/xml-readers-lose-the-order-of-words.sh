#!/usr/bin/env bash
# fast-xml-parser and xml2js gather the text of an element in one string, without what stood between: “the <hi>big</hi> goat” is “thegoat”.
#
# Packages: npm fast-xml-parser 5.12.1, xml2js 0.6.2.
# Behaviour: by default both give an element's text as one property and its children as others; where the children stood is lost.
#   fast-xml-parser also trims each piece, so that words on both sides of an element are glued, and reads what looks like a number or a truth
#   value as one: the token 007 becomes 7, 1e5 100000, true a boolean; a word that is a space becomes "".
# Seen: <p>the <hi>big</hi> goat<lb/>drank</p>: fast-xml-parser {hi: 'big', lb: '', '#text': 'thegoatdrank'}; xml2js “the  goatdrank”.
#   <w>007</w><w>1e5</w><w>true</w>: [7, 100000, true] in fast-xml-parser.
# Why it matters: text with elements in it is what TEI, XHTML, TMX, EXMARaLDA or FoLiA are. The words in italics, names and corrections are out
#   of order or glued to others, and a tag seldom stands between two words without doing this. preserveOrder, trimValues: false and
#   parseTagValue: false together keep it (fast-xml-parser), explicitChildren, preserveChildrenOrder, charsAsChildren and
#   includeWhiteChars (xml2js), or a reader of events.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() { npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund "$@"; }

install fast-xml-parser@5.12.1 xml2js@0.6.2
cat >see.mjs <<'JS'
import { isDeepStrictEqual } from 'node:util';
import { XMLParser } from 'fast-xml-parser';
import xml2js from 'xml2js';

const tei = '<text><p>the <hi>big</hi> goat<lb/>drank</p><w>007</w><w>1e5</w><w>true</w></text>';
const fast = new XMLParser().parse(tei).text;
const two = (await xml2js.parseStringPromise(tei)).text;
console.log('fast-xml-parser', JSON.stringify(fast));
console.log('xml2js         ', JSON.stringify(two));
const isAsDescribed =
  isDeepStrictEqual(fast, { p: { hi: 'big', lb: '', '#text': 'thegoatdrank' }, w: [7, 100_000, true] }) &&
  two.p[0]._ === 'the  goatdrank' &&
  two.w.join(' ') === '007 1e5 true';
process.exit(isAsDescribed ? 0 : 1);
JS
node see.mjs
