#!/usr/bin/env bash
# Of a text of more than 10,000 words gensim's Word2Vec counts every word but trains on the first 10,000: the rest keep their random start.
#
# Package: Debian python3-gensim 4.2.0+dfsg-1+deb12u1. Needs Debian 12 with python3.
# Behaviour: when a corpus is given as lists of words (a list for each novel, say), build_vocab reads each list to its end, so that words that
#   stand late in a text have their true counts and pass min_count. Training cuts each list at 10,000 words and passes over the rest. No
#   warning is logged. (LineSentence divides long lines instead, so that a file and the same words as a list give different models.)
# Seen: a text of 10,000 words of set a, then 10,000 of set b: all 50 words of a moved in training, none of the 50 of b; b's words have
#   counts of about 200 and neighbours at cosines of up to .55, which come from the seed alone. As LineSentence all 100 moved.
# Why it matters: a novel, a play or a run of a newspaper as one text is what a linguist has. What only its second half speaks of gets
#   vectors that were never trained, and they look like any others. A program must divide long texts, and a reader of somebody's
#   gensim vectors should ask how long the texts were.
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
import random
import numpy as np, gensim
from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence

draw = random.Random(1)
early, late = [f"a{i}" for i in range(50)], [f"b{i}" for i in range(50)]
novel = [draw.choice(early) for _ in range(10_000)] + [draw.choice(late) for _ in range(10_000)]
open("novel.txt", "w").write(" ".join(novel) + "\n")
settings = dict(vector_size=20, min_count=5, seed=1, workers=1, epochs=10, sample=0)

def moved(texts):
    start = Word2Vec(**settings)
    start.build_vocab(texts)
    end = Word2Vec(texts, **settings)
    differs = lambda words: sum(not np.array_equal(start.wv[w], end.wv[w]) for w in words)
    return end, differs(early), differs(late)

model, first, second = moved([novel])
_, first_lines, second_lines = moved(LineSentence("novel.txt"))
print("gensim", gensim.__version__)
print(f"as a list: {first} of 50 early words moved, {second} of 50 late ones")
print(f"as a file: {first_lines} of 50 early words moved, {second_lines} of 50 late ones")
print("b0 is counted", model.wv.get_vecattr("b0", "count"), "times; its neighbours:", model.wv.most_similar("b0", topn=3))
raise SystemExit((first, second, first_lines, second_lines) != (50, 0, 50, 50))
PYTHON
