#!/usr/bin/env bash
# LibreOffice writes words that were deleted under “track changes” into TXT, XHTML and EPUB as if they stood there; into TXT no notes and frames.
#
# Package: LibreOffice Writer 7.4.7 (Debian 12, libreoffice-writer 4:7.4.7-1+deb12u*); it is installed where it is missing.
# Behaviour: soffice --convert-to takes the document with its changes shown. In these three formats a deletion has no mark, so that the old and
#   the new word stand side by side. In TXT the text of footnotes and of text frames is left out, while the number of the note is glued to the
#   word before it.
# Seen, of “The goat¹ drank [deleted: sour] [inserted: sweet] milk.” with a note and a frame: TXT “The goat1 drank sour sweet milk.” and neither
#   the note nor the frame; XHTML and EPUB “drank sour sweet milk” with note and frame. The document itself (FODT), DOCX and ODT have it right.
# Why it matters: this command is how folders of .doc, .docx and .odt become corpora. A manuscript that an editor corrected holds each change
#   twice, and nothing tells; goat1 is a word of its own; a thesis loses its notes. Accept all changes first, or keep DOCX or ODT and
#   read those.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v soffice >/dev/null || apt-get install -qq -y --no-install-recommends libreoffice-writer python3 >installed.log 2>&1
soffice --version | tee version.txt
grep -q 'LibreOffice 7\.4\.7' version.txt

cat >goat.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:tracked-changes>
<text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>Editor</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>sour </text:p></text:deletion></text:changed-region>
<text:changed-region xml:id="c2" text:id="c2"><text:insertion><office:change-info><dc:creator>Editor</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:p>The goat<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>noteword</text:p></text:note-body></text:note> drank <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>sweet <text:change-end text:change-id="c2"/>milk.</text:p>
<text:p><draw:frame draw:name="F1" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>framedword</text:p></draw:text-box></draw:frame>The end.</text:p>
</office:text></office:body></office:document>
XML
convert() { soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$1" goat.fodt >converted.log 2>&1; }
convert 'txt:Text (encoded):UTF8'
convert 'xhtml:XHTML Writer File:UTF8'
convert epub
python3 - <<'PYTHON'
import re
import zipfile

words = lambda markup: " ".join(re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|div|aside)>", " ", re.sub(r"(?s)<(style|title)\b.*?</\1>", "", markup))).split())
texts = {
    "txt": " ".join(open("goat.txt", encoding="utf-8-sig").read().split()),
    "xhtml": words(open("goat.xhtml", encoding="utf-8").read()),
}
with zipfile.ZipFile("goat.epub") as book:
    texts["epub"] = words(" ".join(book.read(n).decode() for n in book.namelist() if "sections/" in n))
for name, text in texts.items():
    print(name, "|", text)
kept = all("drank sour sweet milk" in text for text in texts.values())
notes = ["noteword" in text and "framedword" in text for text in texts.values()]
lost = "noteword" not in texts["txt"] and "framedword" not in texts["txt"] and "goat1 " in texts["txt"]
raise SystemExit(not (kept and lost and notes == [False, True, True]))
PYTHON
