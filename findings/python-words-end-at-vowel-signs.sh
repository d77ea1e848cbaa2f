#!/usr/bin/env bash
# Vectorizers and gensim's simple_preprocess take a Hindi word apart at its vowel signs and drop most of what is left.
#
# Packages: Debian python3-sklearn 1.2.1+dfsg-1, python3-gensim 4.2.0+dfsg-1+deb12u1, with the system's Python 3.11. Needs Debian 12.
# Behaviour: both find words by Python's \w, which holds letters and digits but no combining marks (categories Mn and Mc). The vowel signs and
#   the virama of Indic scripts, Thai and Burmese vowels, Hebrew points and Arabic vowels end a word. CountVectorizer then wants two letters
#   (\b\w\w+\b), simple_preprocess two to fifteen: pieces of one letter are dropped without a word. simple_preprocess(deacc=True) deletes the
#   marks first and leaves words that nobody writes.
# Seen: the 15 words of the first sentence of article 1 of the Declaration of Human Rights in Hindi give 13 tokens, of which one (और, twice)
#   is a word of it; मनुष्यों “human beings” is मन (“mind”, another word), स्वतन्त्रता “freedom” is वतन (“homeland”, another word) and रत.
# Why it matters: the counts look like those of any language, no warning comes, and some pieces are real words: topic models and vectors of
#   Hindi, Bengali, Tamil … from these two are about fragments. A tokenizer must keep marks with their letter, as UAX 29 says.
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
unpack python3-sklearn=1.2.1+dfsg-1 python3-gensim=4.2.0+dfsg-1+deb12u1 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack

/usr/bin/python3 - <<'PYTHON'
import gensim, sklearn
from gensim.utils import simple_preprocess
from sklearn.feature_extraction.text import CountVectorizer

text = "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है"
words = text.split()
by_vectorizer = CountVectorizer().build_analyzer()(text)
by_gensim = simple_preprocess(text)
without_marks = simple_preprocess(text, deacc=True)
print("scikit-learn", sklearn.__version__, "gensim", gensim.__version__)
print(len(words), "words:", words)
print("CountVectorizer:  ", by_vectorizer)
print("simple_preprocess:", by_gensim)
print("… with deacc=True:", without_marks)
right = lambda tokens: sorted({token for token in tokens if token in words})
print("words of the text among them:", right(by_vectorizer), right(by_gensim))
changed = not (right(by_vectorizer) == right(by_gensim) == ["और"] and "वतन" in by_vectorizer and "मनषय" in without_marks)
raise SystemExit(changed)
PYTHON
