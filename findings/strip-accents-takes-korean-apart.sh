#!/usr/bin/env bash
# strip_accents='unicode' of scikit-learn's vectorizers takes Korean apart into letters, and makes other words of Japanese and Russian ones.
#
# Package: Debian python3-sklearn 1.2.1+dfsg-1 with the system's Python 3.11. Needs Debian 12.
# Behaviour: the text is taken apart (NFKD), combining marks are deleted, and nothing is put together again. Korean syllables have no marks,
#   but stay taken apart into their letters (jamo). The voicing signs of kana are marks: が becomes か. So is what tells й from и, ё from е.
# Seen: 한국 (2 characters) is counted as 한국 of 6 characters, which looks the same and is not equal to what one looks up; がくせい “student”
#   and かくせい “awakening” are one feature, as are мой and мои (“my”, singular and plural).
# Why it matters: the option is switched on to fold é and e. In a corpus with Korean each look-up by the word as typed finds nothing, and
#   every n-gram of characters counts letters for syllables; Japanese and Russian lose contrasts that carry meaning. Folding of marks must be
#   for scripts where a mark is an accent, and end in NFC.
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

/usr/bin/python3 - <<'PYTHON'
import unicodedata
import sklearn
from sklearn.feature_extraction.text import CountVectorizer

text = "한국 がくせい かくせい мой мои café cafe"
vectorizer = CountVectorizer(strip_accents="unicode")
counts = vectorizer.fit_transform([text]).toarray()[0]
features = {str(word): int(counts[at]) for word, at in vectorizer.vocabulary_.items()}
print("scikit-learn", sklearn.__version__)
for word, count in features.items():
    print(f"{word}\t{count}×\t{len(word)} characters\t{'NFC' if unicodedata.is_normalized('NFC', word) else 'taken apart'}")
print("'한국' is a feature:", "한국" in features)
apart = unicodedata.normalize("NFD", "한국")
changed = not (
    "한국" not in features and features.get(apart) == 1 and features.get("かくせい") == 2 and features.get("мои") == 2 and features.get("cafe") == 2
)
raise SystemExit(changed)
PYTHON
