#!/usr/bin/env bash
# strip_numeric of R's tokenizers (and of tidytext) drops words that end in a digit and keeps those that begin with one.
#
# Package: Debian r-cran-tokenizers 0.3.0-1 over r-cran-stringi 1.7.12-1 (ICU 72). Needs Debian 12.
# Behaviour: tokenize_words(strip_numeric = TRUE) leaves out what ICU's word iterator gives the status “number”. That status is of the rule
#   which ended the word: letters followed by digits are a number, digits followed by letters are a word.
# Seen: dropped: covid19 mp3 Win32 co2 x1 U2 R2D2; kept: 3D 2nd 19th 1990s H2O B2B.
# Why it matters: the option reads as “leave out 1990 and 12”. Names of viruses, products, chemical formulas, gene names and
#   footnoted words (king1) vanish from the counts without a word, others of the same kind stay, so that a table of “H2O against CO2” shows
#   one of them. A tokenizer should call a number what has digits and no letter.
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
unpack r-base-core r-cran-stringi=1.7.12-1 r-cran-tokenizers=0.3.0-1 >unpacked.log 2>&1
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
suppressMessages(library(tokenizers))
words <- c("covid19", "mp3", "Win32", "co2", "x1", "U2", "R2D2", "3D", "2nd", "19th", "1990s", "H2O", "B2B")
left <- tokenize_words(words, strip_numeric = TRUE, lowercase = FALSE)
dropped <- words[lengths(left) == 0]
cat("tokenizers", format(packageVersion("tokenizers")), "\n")
cat("dropped:", dropped, "\n")
cat("kept:   ", setdiff(words, dropped), "\n")
quit(status = !identical(dropped, words[1:7]))
R
r see.R
