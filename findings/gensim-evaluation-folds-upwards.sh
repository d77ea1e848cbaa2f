#!/usr/bin/env bash
# gensim's evaluation folds words by making them capitals: Maße and Masse, ilik and ılık, ﬁn and fin become one word each.
#
# Package: Debian python3-gensim 4.2.0+dfsg-1+deb12u1. Needs Debian 12 with python3.
# Behaviour: evaluate_word_pairs and evaluate_word_analogies ignore case by default, by str.upper() of the keys and of the test set. Capitals
#   keep less apart than small letters do: ß is SS, the Turkish ı and i are both I, ς and σ are Σ, ligatures fall apart. Of keys that fold to
#   one, the first in the file (the most frequent) answers for all. No pair is counted as unknown.
# Seen: vectors of Maße (1, 0) and Masse (0, 1), cosine 0; in the evaluation their similarity is 1 (and that of ilik and ılık). Of four pairs
#   that follow the ratings exactly (Spearman +1 with case_insensitive=False), the default gives −.74 and reports 0 % unknown.
# Why it matters: published correlations for German, Turkish or Greek vectors are computed with this default. A program should fold with the
#   rules of the language and look for the exact spelling first, and a comparison with gensim's figures needs case_insensitive=False.
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
import math
import numpy as np, gensim
from gensim.models import KeyedVectors

angles = {"Maße": 0, "Masse": 90, "ilik": 0, "ılık": 80, "Haus": 0, "Heim": 40, "Ziege": 0, "Geiß": 10}
vectors = KeyedVectors(2)
vectors.add_vectors(
    list(angles), np.array([[math.cos(math.radians(a)), math.sin(math.radians(a))] for a in angles.values()], dtype=np.float32)
)
pairs = [("Maße", "Masse", 0), ("ilik", "ılık", 1), ("Haus", "Heim", 5), ("Ziege", "Geiß", 9)]
with open("pairs.tsv", "w", encoding="utf-8") as file:
    file.writelines(f"{a}\t{b}\t{rating}\n" for a, b, rating in pairs)
_, folded, unknown = vectors.evaluate_word_pairs("pairs.tsv")
_, exact, _ = vectors.evaluate_word_pairs("pairs.tsv", case_insensitive=False)
print("gensim", gensim.__version__)
print("cosines:", [(a, b, round(float(vectors.similarity(a, b)), 2)) for a, b, _ in pairs])
print("capitals:", sorted({w.upper() for w in angles}))
print(f"Spearman by default {folded[0]:.2f}, {unknown} % unknown; with case_insensitive=False {exact[0]:.2f}")
raise SystemExit(not (exact[0] > 0.999 and folded[0] < 0 and unknown == 0))
PYTHON
