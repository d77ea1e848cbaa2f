#!/usr/bin/env bash
# pandoc -t plain writes small capitals as capitals, and raised letters that Unicode lacks as ^(…): Goethe is GOETHE, M<sup>me</sup> M^(me).
#
# Package: Debian pandoc 2.17.1.1-2~deb12u1. Needs Debian 12.
# Behaviour: plain text has no formatting, so the writer shows some of it: small capitals by changing the letters, deletions by ~~, raised
#   digits by Unicode's (m²), other raised letters between ^( and ). Emphasis it leaves out.
# Seen: \textsc{Goethe} → GOETHE, \textsc{Straße} → STRASSE, M\textsuperscript{me} → M^(me), 1\textsuperscript{er} → 1^(er),
#   \sout{old} → ~~old~~.
# Why it matters: in scholarly books names and headwords stand in small capitals, and glosses of grammatical categories too; they become other
#   words for whoever tells Goethe from GOETHE, US from us, and what was Straße cannot be had back. French Mme, Mlle, 1er, XIXe
#   fall into M and me; deleted words are counted. The writer is right for reading, not for counting: go over -t html or -t json.
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
unpack pandoc=2.17.1.1-2~deb12u1 >unpacked.log 2>&1

cat >page.tex <<'TEX'
\textsc{Goethe} \textsc{Straße} M\textsuperscript{me} 1\textsuperscript{er} m\textsuperscript{2} \sout{old}
TEX
LD_LIBRARY_PATH=$folder/tree/usr/lib/x86_64-linux-gnu tree/usr/bin/pandoc --data-dir tree/usr/share/pandoc/data -f latex -t plain page.tex | tee plain.txt
echo 'GOETHE STRASSE M^(me) 1^(er) m² ~~old~~' | cmp - plain.txt
