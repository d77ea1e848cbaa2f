#!/usr/bin/env bash
# tm's wordLengths counts bytes in a Corpus() and characters in a VCorpus(): the same texts lose other words.
#
# Package: Debian r-cran-tm 0.7-11-1 (R 4.2.2). Needs Debian 12.
# Behaviour: a matrix of documents and terms leaves out words shorter than three by default (wordLengths = c(3, Inf)). Corpus(VectorSource(x))
#   makes a SimpleCorpus, whose terms are counted in C++ by bytes of UTF-8; VCorpus counts characters. So in a Corpus() English “be” and
#   “to” are left out while French né and où, Russian на, Chinese 了 and 学校 stay; in a VCorpus() all of these go.
# Seen: of “be né où на где 学校 了 über the”: Corpus() keeps né où на где 学校 了 über the; VCorpus() keeps где über the. With
#   wordLengths = c(1, 4) it is the other way round: Corpus() loses где, über and 学校, VCorpus() keeps them.
# Why it matters: two scripts that differ by one letter report other vocabularies; within one corpus, words with marks and scripts other than
#   Latin are held to another rule. Chinese cut into words loses most of its words (they have two characters) in a VCorpus. Whoever
#   compares with counts from tm should set wordLengths = c(1, Inf).
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
text <- VectorSource("be né où на где 学校 了 über the")
terms <- function(corpus, ...) sort(Terms(DocumentTermMatrix(corpus, list(...))), method = "radix")
rows <- list(simple = terms(Corpus(text)), v = terms(VCorpus(text)),
  simpleShort = terms(Corpus(text), wordLengths = c(1, 4)), vShort = terms(VCorpus(text), wordLengths = c(1, 4)))
cat("tm", format(packageVersion("tm")), "\n")
for (name in names(rows)) cat(name, ":", rows[[name]], "\n")
same <- function(a, b) setequal(a, strsplit(b, " ")[[1]])
quit(status = !(same(rows$simple, "né où на где 学校 了 über the") && same(rows$v, "где über the") &&
  same(rows$simpleShort, "be né où на 了 the") && same(rows$vShort, "be né où на где 学校 了 über the")))
R
r see.R
