#!/usr/bin/env bash
# mammoth's extractRawText and officeparser glue the lines of a poem: a line break in DOCX gives nothing, not even a space.
#
# Packages: npm mammoth 1.13.0, officeparser 7.8.0, docx 9.5.1 (to make the file).
# Behaviour: lines within a paragraph are parted by w:br (Shift and Return in Word). Neither puts anything in its place, so the last word of a
#   line and the first of the next are one. officeparser also drops w:noBreakHyphen, so that non‑standard is nonstandard.
#   mammoth's convertToHtml has <br />.
# Seen: “O goat” br “of the hills” gives “O goatof the hills” in both; “non” w:noBreakHyphen “standard” is “nonstandard” in officeparser.
# Why it matters: verse, addresses, dialogues and songs are typed so. Two words of each line are lost and one is made that nobody wrote, just
#   those that rhyme among them. Go over convertToHtml, or read w:br as a line.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() { npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund "$@"; }

install mammoth@1.13.0 officeparser@7.8.0 docx@9.5.1
cat >see.mjs <<'JS'
import { writeFile } from 'node:fs/promises';
import { Document, NoBreakHyphen, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { parseOffice } from 'officeparser';

const poem = new Paragraph({
  children: [
    new TextRun('O goat'),
    new TextRun({ text: 'of the hills', break: 1 }),
    new TextRun({ children: [' non', new NoBreakHyphen(), 'standard'] }),
  ],
});
await writeFile('poem.docx', await Packer.toBuffer(new Document({ sections: [{ children: [poem] }] })));
const raw = (await mammoth.extractRawText({ path: 'poem.docx' })).value.trim();
const html = (await mammoth.convertToHtml({ path: 'poem.docx' })).value;
const read = await parseOffice('poem.docx');
const office = (typeof read === 'string' ? read : read.toText()).trim();
console.log({ raw, html, office });
process.exit(
  raw.startsWith('O goatof the hills') && html.includes('goat<br') && office === 'O goatof the hills nonstandard' ? 0 : 1,
);
JS
node see.mjs
