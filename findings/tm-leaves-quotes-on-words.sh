#!/usr/bin/env bash
# tm leaves typographic quotes, dashes and commas on words, also after removePunctuation.
#
# Package: Debian r-cran-tm 0.7-11-1 (R 4.2.2). Needs Debian 12.
# Behaviour: terms are what stands between white space, unless punctuation was removed before. removePunctuation removes the signs of ASCII
#   alone by default (ucp = FALSE): “ ” ‘ ’ « » … and dashes stay, while the apostrophe and hyphen of ASCII go. it's becomes its (another word),
#   it’s stays; a dash without spaces makes one word of two either way.
# Seen: after removePunctuation, “The goat” she … isn’t … it's gives the terms “the, goat”, isn’t, its, wellknown—really; “goat” has no row.
#   With ucp = TRUE: the, goat, isnt, its, wellknownreally.
# Why it matters: books and newspapers have typographic signs; the same word has rows of its own with each sign, so counts of words in direct
#   speech are too low, and stop words with quotes survive removeWords. Replace dashes by spaces and use ucp = TRUE, or cut words by UAX 29.
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
unpack r-base-core r-cran-tm=0.7-11-1 >unpacked.log 2>&1
# R, with its settings in this folder instead of /etc.
r() {
  local home=$folder/tree/usr/lib/R file
  for file in "$home"/etc/*; do [ ! -L "$file" ] || ln -sf "$folder/tree/etc/R/$(basename "$file")" "$file"; done
  local libraries=$folder/tree/usr/lib/x86_64-linux-gnu
  R_HOME=$home R_SHARE_DIR=$folder/tree/usr/share/R/share R_LIBS_SITE=$home/site-library R_ENVIRON=/dev/null \
    EDITOR=vi PAGER=cat LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$home/lib:$libraries:$libraries/blas:$libraries/lapack \
    "$home/bin/exec/R" --slave --no-restore --no-environ -f "$1"
}

cat >see.R <<'R'
suppressMessages({library(NLP); library(tm)})
corpus <- VCorpus(VectorSource("“The goat” she said isn’t well-known—really it's"))
terms <- function(corpus) Terms(DocumentTermMatrix(corpus))
plain <- terms(tm_map(corpus, removePunctuation))
unicode <- terms(tm_map(corpus, removePunctuation, ucp = TRUE))
cat("tm", format(packageVersion("tm")), "\n")
cat("removePunctuation:           ", plain, "\n")
cat("removePunctuation, ucp=TRUE: ", unicode, "\n")
same <- function(a, b) setequal(a, strsplit(b, " ")[[1]])
quit(status = !(same(plain, "“the goat” isn’t its said she wellknown—really") &&
  same(unicode, "the goat isnt its said she wellknownreally")))
R
r see.R
