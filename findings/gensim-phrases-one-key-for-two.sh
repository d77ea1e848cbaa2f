#!/usr/bin/env bash
# gensim's Phrases counts the token new_york and the pair new, york under one key, so that one lends its count to the other.
#
# Package: Debian python3-gensim 4.2.0+dfsg-1+deb12u1. Needs Debian 12 with python3.
# Behaviour: words and pairs are counted in one table, a pair as its two words with the delimiter between them. A token that is spelled that
#   way already has the same key. min_count and the score then take both counts together.
# Seen: "new york" as two words stands once, and new_york as a token 30 times. With min_count=5 and threshold=10 the pair is found a phrase
#   (score 7,020) though it stands once; without those tokens it is not. The same with the three words of new york city: in the
#   documented second pass over text that is already joined, new_york + city and new + york_city are one key.
# Why it matters: joined text is passed to Phrases again to get three words, and corpora come with names joined by _ already. The list of
#   phrases then holds pairs that hardly occur, with the best scores of all. A program should keep pairs of ids, not joined spellings.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# The package, and what it needs and this system lacks, unpacked in this folder alone.
unpack() {
  local lacking
  lacking=$(apt-get -s install --no-install-recommends "$@" | awk '/^Inst/ {print $2}')
  apt-get download -qq -o APT::Sandbox::User=root "$@" $lacking
  for package in *.deb; do dpkg -x "$package" tree; done
}
unpack python3-gensim=4.2.0+dfsg-1+deb12u1 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack

/usr/bin/python3 - <<'PYTHON'
import gensim
from gensim.models.phrases import Phrases

filler = [[f"w{i}", f"v{i % 7}"] for i in range(100)]
once = [["new", "york"]]
joined = [[f"x{i}", "new_york"] for i in range(30)]

def phrases(texts):
    found = Phrases(texts, min_count=5, threshold=10)
    return found.vocab.get("new_york"), found.export_phrases()

without, with_tokens = phrases(filler + once), phrases(filler + once + joined)
two_ways = Phrases([["new_york", "city"]] * 3 + [["new", "york_city"]] * 4, min_count=1, threshold=0.1)
print("gensim", gensim.__version__)
print("pair once, no joined token: count and phrases", without)
print("pair once, 30 joined tokens: count and phrases", with_tokens)
print("new_york city ×3, new york_city ×4: counted as", two_ways.vocab["new_york_city"])
changed = not (
    without == (1, {})
    and with_tokens[0] == 31
    and list(with_tokens[1]) == ["new_york"]
    and two_ways.vocab["new_york_city"] == 7
)
raise SystemExit(changed)
PYTHON
