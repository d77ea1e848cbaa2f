#!/usr/bin/env bash
# unrtf --text drops dashes, quotation marks and hyphens that may not be broken, so that words run together, and keeps deleted words.
#
# Package: Debian unrtf 0.21.10-clean-1. Needs Debian 12.
# Behaviour: \_ (the hyphen of well-known that Word keeps on one line), \emdash, \ldblquote and \rdblquote write nothing at all. A footnote is
#   written where its mark stands, within the word before and behind it. Text under \deleted and \v (hidden) is written like any other.
# Seen: well\_known comes out as wellknown, “yes\emdash no” as yesno, a note within a word as fussnote textball, and both the deleted and the hidden
#   word are there.
# Why it matters: letters and transcripts of the 1990s come as RTF, and this is the program that is told to read them with. The text
#   looks whole; it has words that nobody wrote and words that the author took out. A reader of RTF has to know the
#   marks that stand for a character, and the destinations that are no part of the running text.
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

unpack unrtf=0.21.10-clean-1 >unpacked.log 2>&1
cat >letter.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0
a well\_known house\par
she said \ldblquote yes\emdash no\rdblquote again\par
fuss{\footnote note text}ball\par
{\deleted taken out }kept {\v unseen }seen\par}
RTF
tree/usr/bin/unrtf -P tree/usr/share/unrtf --text letter.rtf 2>messages.txt | tee seen.txt
for words in 'a wellknown house' 'yesno' 'fussnote textball' 'taken out kept unseen seen'; do
  grep -qF "$words" seen.txt || { echo "no longer: $words"; exit 1; }
done
