#!/usr/bin/env bash
# NLTK's dispersion plot has its words upside down: the row that is named after one word shows where another stands.
#
# Package: Debian python3-nltk 3.8-1 and python3-matplotlib with the system's Python 3.11. Needs Debian 12.
# Behaviour: dispersion_plot(text, words), which Text.dispersion_plot calls, draws the first word in the uppermost row and the last in the
#   lowest, but names the rows in the order of the list from the lowest on. Of an odd number only the word in the middle has its own row.
# Seen: a text in which “alpha” is the first three of ten tokens and “beta” the last one: the marks at 0, 1 and 2 lie in the row named “beta”,
#   the mark at 9 in the row named “alpha”.
# Why it matters: such plots are printed to show when a person, a place or a term comes up. With two words the figure says the opposite of the
#   text, and nothing looks wrong. A strip or a plot that is drawn here must be tested from what is read off it: the name of a row against the
#   places of its marks, not the two lists each by itself.
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
unpack python3-nltk=3.8-1 python3-matplotlib >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack
# Matplotlib as Debian has it looks for its data in the system's folders.
sed -i "s#/usr/share/matplotlib/mpl-data#$folder/tree/usr/share/matplotlib/mpl-data#" "$PYTHONPATH/matplotlib/__init__.py"
export MATPLOTLIBRC=$folder/tree/etc/matplotlibrc MPLCONFIGDIR=$folder MPLBACKEND=Agg

/usr/bin/python3 -W ignore - <<'PYTHON'
import sys

import matplotlib.pyplot as plt
import nltk
from nltk.draw.dispersion import dispersion_plot

plt.show = lambda *_, **__: None
text = ["alpha"] * 3 + ["filler"] * 6 + ["beta"]
words = ["alpha", "beta"]
dispersion_plot(text, words)
axes = plt.gcf().axes[0]
marks = axes.lines[0]
names = {round(label.get_position()[1]): label.get_text() for label in axes.get_yticklabels()}
shown = {word: [] for word in words}
for place, row in zip(marks.get_xdata(), marks.get_ydata()):
    shown[names[round(row)]].append(int(place))
true = {word: [at for at, token in enumerate(text) if token == word] for word in words}
print("NLTK", nltk.__version__)
for word in words:
    print(f"{word}: stands at {true[word]}, the row of that name has marks at {shown[word]}")
sys.exit(0 if shown == {"alpha": true["beta"], "beta": true["alpha"]} else 1)
PYTHON
