#!/usr/bin/env bash
# MeCab cuts a line of more than 8,192 bytes in the middle of a character, makes two sentences of it, and ends with status 0.
#
# Packages: Debian mecab and mecab-utils 0.996-14+b14, mecab-ipadic 2.7.0-20070801+main-3. Needs Debian 12 with python3.
# Behaviour: a line is read into a buffer of fixed size. What is longer is analysed as another line; the place is a number of bytes, so two
#   times in three it lies within a character of UTF-8, whose bytes are put out as they are, parted. A message goes to standard error; the status
#   is 0. The size is set by -b.
# Seen: 15,480 bytes in one line (the same three sentences 120 times): two lines come back, the output is not valid UTF-8, one 夜 of 120 is
#   missing and three U+FFFD stand in its place when it is read with replacement. With -b 65536: one line, valid, 120 times 夜.
# Why it matters: 8,192 bytes are 2,730 Japanese characters: a chapter of a novel without line ends, a record of an interview, a line of a
#   corpus with a document a line. The pieces become words, or the reader of the output stops at the bytes. Pass -b, or lines of sentences.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The packages, and what they need and this system lacks, unpacked in this folder alone.
unpack() {
  local lacking
  lacking=$(apt-get -s install --no-install-recommends "$@" | awk '/^Inst/ {print $2}')
  apt-get download -qq -o APT::Sandbox::User=root "$@" $lacking
  for package in *.deb; do dpkg -x "$package" tree; done
}
unpack mecab=0.996-14+b14 mecab-utils=0.996-14+b14 libmecab2 mecab-ipadic=2.7.0-20070801+main-3 >unpacked.log 2>&1

cat >make.py <<'PYTHON'
sentences = "国境の長いトンネルを抜けると雪国であった。夜の底が白くなった。信号所に汽車が止まった。"
open("novel.txt", "w", encoding="utf-8").write(sentences * 120 + "\n")
PYTHON
/usr/bin/python3 make.py
wc -c novel.txt
export LD_LIBRARY_PATH=$folder/tree/usr/lib/x86_64-linux-gnu
mkdir utf8
tree/usr/lib/mecab/mecab-dict-index -d tree/usr/share/mecab/dic/ipadic -o utf8 -f euc-jp -t utf8 >indexed.log 2>&1
cp tree/usr/share/mecab/dic/ipadic/dicrc utf8/
cut_into_words() { tree/usr/bin/mecab -r /dev/null -d utf8 -Owakati "$@" novel.txt; }
cut_into_words >usual.txt 2>messages.txt && status=0 || status=$?
cut_into_words -b 65536 >whole.txt
cat messages.txt
cat >see.py <<'PYTHON'
import sys
usual, whole = (open(name, "rb").read() for name in ("usual.txt", "whole.txt"))
read = usual.decode("utf-8", "replace")
seen = (sys.argv[1], usual.count(b"\n"), read.split().count("夜"), read.count("\ufffd"), whole.count(b"\n"), whole.decode("utf-8").split().count("夜"))
print("status, lines, 夜, U+FFFD; with -b: lines, 夜:", seen)
raise SystemExit(seen != ("0", 2, 119, 3, 1, 120))
PYTHON
/usr/bin/python3 see.py "$status"
