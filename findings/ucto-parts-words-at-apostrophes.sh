#!/usr/bin/env bash
# ucto cuts don’t into three tokens where it cuts don't into two, and French grand'mère in the middle of grand.
#
# Package: Debian ucto 0.21.1-2+b3 with uctodata 0.8-2. Needs Debian 12.
# Behaviour: the rules of English know the apostrophe of a typewriter only; with the one that printed books and word processors have, the word is
#   taken for two words with a quotation mark between them. The rules of French part l' d' qu' s' before a word and do not ask whether
#   a word ends there: any d' within a word is one.
# Seen, English: do n't, but don ’ t; she 's, but she ’ s. French: gran d' mère and Aujour d' hui, l' homme.
# Why it matters: one novel typed and one scanned have other word lists, and the commonest words of English dialogue (don, t, ll) become types
#   of their own; of French, gran and aujour. Fold apostrophes to one before such a program cuts, and look in
#   the list of words for what ends before an apostrophe.
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

unpack ucto=0.21.1-2+b3 uctodata=0.8-2 >unpacked.log 2>&1
export LD_LIBRARY_PATH=$folder/tree/usr/lib/x86_64-linux-gnu:$folder/tree/usr/lib
cut_into_words() { tree/usr/bin/ucto -c "tree/usr/share/ucto/tokconfig-$1" "$2" 2>messages.txt; }
printf "They don't know what she's done .\n" >typed.txt
printf 'They don’t know what she’s done .\n' >printed.txt
printf "Aujourd'hui l'homme et sa grand'mère chantent .\n" >french.txt
{
  cut_into_words eng typed.txt
  echo
  cut_into_words eng printed.txt
  echo
  cut_into_words fra french.txt
  echo
} | sed 's/ *<utt> *//' | tee seen.txt
for words in "They do n't know what she 's done ." 'They don ’ t know what she ’ s done .' "Aujour d' hui l' homme et sa gran d' mère chantent ."; do
  grep -qF "$words" seen.txt || { echo "no longer: $words"; exit 1; }
done
