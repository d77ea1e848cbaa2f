#!/usr/bin/env bash
# docx2txt glues paragraphs and cells together in files that were not written by Word, and cuts words in two where a hyphen is only allowed.
#
# Packages: Debian docx2txt 1.4-5; npm docx 9.5.1 (to make the file). Needs Debian 12 with perl and unzip, and npm.
# Behaviour: a paragraph is found by its w:p having attributes or properties. Word gives it some; other programs need not, and then nothing is
#   written between it and the next one, nor between the cells of a table. An optional hyphen, which is seen at the end of a line only, is written as
#   a hyphen between spaces, and words that are set in capitals are written in capital letters.
# Seen: paragraphs “… wrote these.” and “Glosses” and a table of dative | dat. and bread | hlaib come out as
#   these.Glossesdativedat.breadhlaib; seashore with an optional hyphen as sea - shore; goth in capitals as GOTH.
# Why it matters: this is the program that scripts turn .docx into text with, and reports, exports of transcribers and of web pages are made by
#   libraries. The last and the first word of every two paragraphs become one that no language has. Take the end of w:p, w:tc and
#   w:tr for boundaries whatever stands in their tags, w:softHyphen for nothing, and w:caps for how a word looks.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() { npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund "$@"; }

# The packages, and what they need and this system lacks, unpacked in this folder alone.
unpack() {
  local lacking
  lacking=$(apt-get -s install --no-install-recommends "$@" | awk '/^Inst/ {print $2}')
  apt-get download -qq -o APT::Sandbox::User=root "$@" $lacking
  for package in *.deb; do dpkg -x "$package" tree; done
}

install docx@9.5.1
unpack docx2txt=1.4-5 >unpacked.log 2>&1
cat >make.mjs <<'JS'
import { writeFile } from 'node:fs/promises';
import { Document, Packer, Paragraph, SoftHyphen, Table, TableCell, TableRow, TextRun } from 'docx';
const row = (...cells) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
const line = new Paragraph({
  children: [
    new TextRun({ children: ['By the sea', new SoftHyphen(), 'shore a '] }),
    new TextRun({ text: 'goth', allCaps: true }),
    new TextRun(' wrote these.'),
  ],
});
const children = [line, new Paragraph('Glosses'), new Table({ rows: [row('dative', 'dat.'), row('bread', 'hlaib')] })];
await writeFile('glosses.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
JS
node make.mjs
PATH=$folder/tree/usr/bin:$PATH tree/usr/bin/docx2txt glosses.docx - | tee seen.txt
echo
grep -qxF 'By the sea - shore a GOTH wrote these.Glossesdativedat.breadhlaib' seen.txt || { echo 'no longer so'; exit 1; }
