#!/usr/bin/env bash
# Readers of DOCX lose Japanese words that have furigana: the word itself, not only its reading.
#
# Packages: npm mammoth 1.13.0, officeparser 7.8.0 (with jszip 3.10.1 to make the file); Debian pandoc 2.17.1.1-2~deb12u1, python3-docx
#   0.8.11+dfsg1-5, docx2txt 1.4-5. Needs Debian 12 with python3 and npm.
# Behaviour: in WordprocessingML a word with its reading stands in w:ruby, the word in w:rubyBase, the reading in w:rt. pandoc, mammoth,
#   officeparser and python-docx know no w:ruby and pass over all that is in it; docx2txt takes both, the reading first.
# Seen, of 漢字 with the reading かんじ, followed by を読む。: pandoc, mammoth, officeparser and python-docx “を読む。”, docx2txt
#   “かんじ漢字を読む。”. None says that something was left out.
# Why it matters: readings are given to rare words, names and all words of texts for children and learners. A corpus that comes through one of
#   these has sentences without their nouns, and one through docx2txt has words that are no words. A reader must take w:rubyBase as text
#   and leave w:rt out, or keep it as a layer.
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

install mammoth@1.13.0 officeparser@7.8.0 jszip@3.10.1
unpack pandoc=2.17.1.1-2~deb12u1 python3-docx=0.8.11+dfsg1-5 docx2txt=1.4-5 >unpacked.log 2>&1

cat >make.mjs <<'JS'
import { writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
const zip = new JSZip();
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
zip.file('[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file('_rels/.rels', `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
const ruby = '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>';
zip.file('word/document.xml', `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${ruby}<w:r><w:t>を読む。</w:t></w:r></w:p></w:body></w:document>`);
await writeFile('ruby.docx', await zip.generateAsync({ type: 'nodebuffer' }));
JS
node make.mjs
cat >read.mjs <<'JS'
import mammoth from 'mammoth';
import { parseOffice } from 'officeparser';
const print = (name, text) => console.log(`${name}\t${text.trim()}`);
print('mammoth', (await mammoth.extractRawText({ path: 'ruby.docx' })).value);
const read = await parseOffice('ruby.docx');
print('officeparser', typeof read === 'string' ? read : read.toText());
JS
{
  node read.mjs
  printf 'pandoc\t%s\n' "$(LD_LIBRARY_PATH=tree/usr/lib/x86_64-linux-gnu tree/usr/bin/pandoc --data-dir tree/usr/share/pandoc/data -t plain ruby.docx)"
  PYTHONPATH=tree/usr/lib/python3/dist-packages PYTHONIOENCODING=utf-8 /usr/bin/python3 -c '
import docx
print("python-docx", *[p.text for p in docx.Document("ruby.docx").paragraphs], sep="\t")'
  printf 'docx2txt\t%s\n' "$(tree/usr/bin/docx2txt ruby.docx - | tr -d '\n')"
} | tee seen.tsv
printf '%s\t%s\n' mammoth を読む。 officeparser を読む。 pandoc を読む。 python-docx を読む。 docx2txt かんじ漢字を読む。 | cmp - seen.tsv
