#!/usr/bin/env bash
# scikit-learn lists pairs of words that stand nowhere in the texts side by side: words of the stop list and of one letter are gone before.
#
# Package: Debian python3-sklearn 1.2.1+dfsg-1 with the system's Python 3.11. Needs Debian 12.
# Behaviour: CountVectorizer(ngram_range=(2, 2)) leaves out what its pattern does not take, tokens of a single letter, figure or Chinese
#   character among them, and, with stop_words, the words of the list; what is left closes up, over commas and ends of sentences too, and
#   then pairs are made.
# Seen: of “The end of the war. I saw a ship; 5 men rowed.” the pairs end war, men rowed, saw ship, ship men, war saw: one of the five
#   stands in the text. Without stop_words, end of, men rowed, of the, saw ship, ship men, the end, the war, war saw: eight, of which saw ship,
#   ship men and war saw are not there.
# Why it matters: such lists are printed as the bigrams or collocations of a corpus, and topic models and classifiers name them as their
#   reasons. Whoever looks for one of them in a concordance finds nothing. A program should leave a gap where it leaves a word out, stop at the
#   end of a sentence, and let every row of the list lead to its lines.
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
unpack python3-sklearn=1.2.1+dfsg-1 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack

/usr/bin/python3 -W ignore - <<'PYTHON'
import re
import sys

import sklearn
from sklearn.feature_extraction.text import CountVectorizer

text = "The end of the war. I saw a ship; 5 men rowed."
words = text.split()
met = {" ".join(re.sub(r"\W", "", w).lower() for w in pair) for pair in zip(words, words[1:]) if re.search(r"\w$", pair[0])}
print("scikit-learn", sklearn.__version__)
seen = []
for stop_words in ("english", None):
    pairs = sorted(CountVectorizer(ngram_range=(2, 2), stop_words=stop_words).fit([text]).get_feature_names_out())
    seen.append((pairs, [pair for pair in pairs if pair not in met]))
    print(f"stop_words={stop_words}: {', '.join(pairs)}; not in the text: {', '.join(seen[-1][1])}")
expected = [
    (["end war", "men rowed", "saw ship", "ship men", "war saw"], ["end war", "saw ship", "ship men", "war saw"]),
    (
        ["end of", "men rowed", "of the", "saw ship", "ship men", "the end", "the war", "war saw"],
        ["saw ship", "ship men", "war saw"],
    ),
]
sys.exit(0 if seen == expected else 1)
PYTHON
