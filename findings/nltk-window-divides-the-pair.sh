#!/usr/bin/env bash
# In a window of w words NLTK's collocation finder divides what it counted by w − 1, so that the firmest pairs sink the most.
#
# Package: Debian python3-nltk 3.8-1 with the system's Python 3.11. Needs Debian 12.
# Behaviour: BigramCollocationFinder.from_words(words, window_size=w) counts a pair once for each time it stands within w words. When scored
#   the count is divided by w − 1, while the counts of the words and of the text stay. A pair that is always adjacent is counted the same in
#   every window, and so loses log2(w − 1) bits of PMI; the log-likelihood can fall to nothing.
# Seen: “new york”, 50 times in 500 words and nowhere else: PMI 3.32, 2.32, 1.32, .15 and log-likelihood 325, 62.7, 10.7, .07 in windows of
#   2, 3, 5 and 10. ngram_fd shows 50 in each. At 10 the pair is below any threshold of significance.
# Why it matters: a window of 5 or 10 is what a collocation study asks for. Scores cannot be compared between windows, nor with AntConc, CWB
#   or a table of critical values (3.84), and fixed expressions are what is lost. A program should score the pair as counted and put the span
#   into the expected count, or say that it does neither.
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
unpack python3-nltk=3.8-1 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack

/usr/bin/python3 - <<'PYTHON'
import nltk
from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures as Measures

words = (["new", "york"] + [f"w{i}" for i in range(8)]) * 50
rows = {}
print("nltk", nltk.__version__, "- window, counted, PMI, log-likelihood, t")
for window in (2, 3, 5, 10):
    finder = BigramCollocationFinder.from_words(words, window_size=window)
    scores = [finder.score_ngram(m, "new", "york") for m in (Measures.pmi, Measures.likelihood_ratio, Measures.student_t)]
    rows[window] = (finder.ngram_fd[("new", "york")], *(round(score, 2) for score in scores))
    print(window, *rows[window])
changed = not (
    all(row[0] == 50 for row in rows.values())
    and [row[1] for row in rows.values()] == [3.32, 2.32, 1.32, 0.15]
    and rows[2][2] > 300
    and rows[10][2] < 0.1
)
raise SystemExit(changed)
PYTHON
