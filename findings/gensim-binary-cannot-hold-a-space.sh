#!/usr/bin/env bash
# gensim writes a word with a space into a binary vector file that it then reads back as other words and other numbers, without a word.
#
# Package: Debian python3-gensim 4.2.0+dfsg-1+deb12u1. Needs Debian 12 with python3.
# Behaviour: KeyedVectors holds "New York" like any key, and save_word2vec_format(binary=True) writes it. load_word2vec_format(binary=True)
#   takes what stands before the first space for the word: the key becomes "New", the five bytes "York " become the first of its numbers,
#   and all that follows is shifted until the reader happens to find its feet. The count of words is right, nothing is raised.
#   As text the same file is refused (ValueError).
# Seen: keys ['New', '…goat', 'milk'], first number of "New" 2.9e+26 instead of 1.5; 'goat' is no longer a key.
# Why it matters: phrases, names and lemmas of several words (also "a priori") are keys in many published vectors. Whoever passes vectors on in
#   the binary format, which is the smaller and faster one, loses the phrase and the word behind it, and each cosine with either is noise.
#   A program should write such words with another sign (and say so), and refuse numbers that cannot be weights.
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
import numpy as np, gensim
from gensim.models import KeyedVectors

words = ["New York", "goat", "milk"]
vectors = KeyedVectors(4)
vectors.add_vectors(words, np.eye(3, 4, dtype=np.float32) + 0.5)
vectors.save_word2vec_format("v.bin", binary=True)
vectors.save_word2vec_format("v.txt")
again = KeyedVectors.load_word2vec_format("v.bin", binary=True)
print("gensim", gensim.__version__)
print("written:", words)
print("read:   ", again.index_to_key)
print("first vector written", vectors.vectors[0], "read", again.vectors[0])
try:
    KeyedVectors.load_word2vec_format("v.txt")
    text = "read"
except ValueError as error:
    text = f"refused: {error}"
print("as text:", text)
changed = not (
    len(again) == 3
    and again.index_to_key[0] == "New"
    and "goat" not in again
    and abs(again.vectors[0][0]) > 1e20
    and text.startswith("refused")
)
raise SystemExit(changed)
PYTHON
