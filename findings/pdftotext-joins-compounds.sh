#!/usr/bin/env bash
# pdftotext joins words that stand divided at the end of a line, compounds too: self-esteem is selfesteem, non-English nonEnglish.
#
# Packages: Debian poppler-utils 22.12.0-2+deb12u3, groff 1.22.4-10 (to make the file). Needs Debian 12.
# Behaviour: in its usual order (neither -layout nor -raw) a hyphen that ends a line is deleted together with the line end, whatever follows. With
#   -layout and -raw both stay.
# Seen: a page with self-esteem and non-English broken at their own hyphen: selfesteem, nonEnglish, and 19141918; with -raw “self-” and “esteem” on two lines.
# Why it matters: the joined words look like words of the text. Hyphenated compounds are what is counted (self-, non-, post-, e-mail against
#   email), and those that stand at the end of a line are missing from the count; years from and to become one number. Neither way is right by itself:
#   take -raw and join only what the text has joined elsewhere, or name the doubtful ones.
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
unpack poppler-utils=22.12.0-2+deb12u3 groff=1.22.4-10 groff-base=1.22.4-10 >unpacked.log 2>&1
export LD_LIBRARY_PATH=$folder/tree/usr/lib/x86_64-linux-gnu
export GROFF_FONT_PATH=$folder/tree/usr/share/groff/1.22.4/font GROFF_TMAC_PATH=$folder/tree/usr/share/groff/1.22.4/tmac
export GROFF_BIN_PATH=$folder/tree/usr/bin PATH=$folder/tree/usr/bin:$PATH

printf '%s\n' '.pl 11i' '.ll 4.2i' '.nh' '.na' 'What they wrote about it in the years of 1914-' '.br' \
  '1918 was a matter of their self-' '.br' 'esteem, and of what other non-' '.br' 'English people thought about them.' >page.roff
groff -Tpdf page.roff >page.pdf
pdftotext page.pdf usual.txt
pdftotext -raw page.pdf raw.txt
pdftotext -v 2>&1 | sed -n 1p
cat usual.txt
echo '-raw:'
cat raw.txt
tr '\n' ' ' <usual.txt >line.txt
grep -q '19141918' line.txt && grep -q 'selfesteem' line.txt && grep -q 'nonEnglish' line.txt && grep -q 'self-$' raw.txt
