#!/usr/bin/env bash
# python-docx leaves words out of paragraph.text: all that was inserted under “track changes”, and the text of links.
#
# Packages: Debian python3-docx 0.8.11+dfsg1-5; npm docx 9.5.1 (to make the file). Needs Debian 12 with python3, and npm.
# Behaviour: paragraph.text joins the runs that are children of the paragraph itself. An insertion stands in w:ins, a link in w:hyperlink, and
#   runs within these are not found. What was deleted is left out as it should be, so the sentence is neither the old nor the new one.
# Seen: “The old” deleted, “The young” inserted, then goat drank, then a link “much milk”: paragraph.text is “ goat drank .”.
# Why it matters: transcripts and manuscripts that were corrected by others come with changes not yet accepted, and all corrections are what is
#   missing; a page saved from the web loses every linked word, which are names and terms. Take w:t of all descendants of the paragraph
#   but those in w:del, or convert with a program that accepts changes.
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
unpack python3-docx=0.8.11+dfsg1-5 >unpacked.log 2>&1
cat >make.mjs <<'JS'
import { writeFile } from 'node:fs/promises';
import { DeletedTextRun, Document, ExternalHyperlink, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
const change = { author: 'A. Editor', date: '2024-01-01T00:00:00Z' };
const children = [
  new DeletedTextRun({ text: 'The old', id: 1, ...change }),
  new InsertedTextRun({ text: 'The young', id: 2, ...change }),
  new TextRun(' goat drank '),
  new ExternalHyperlink({ children: [new TextRun('much milk')], link: 'http://example.org/milk' }),
  new TextRun('.'),
];
await writeFile('goat.docx', await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] })));
JS
node make.mjs
PYTHONPATH=tree/usr/lib/python3/dist-packages PYTHONIOENCODING=utf-8 /usr/bin/python3 - <<'PYTHON'
import docx
text = docx.Document("goat.docx").paragraphs[0].text
print("python-docx", docx.__version__, repr(text))
raise SystemExit(text != " goat drank .")
PYTHON
