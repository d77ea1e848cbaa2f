#!/usr/bin/env bash
# SentencePiece makes a space of the zero-width non-joiner: Persian verbs fall into two words, and the text that is decoded is another.
#
# Package: Debian python3-sentencepiece 0.1.97-3+b1 with the system's Python 3.11. Needs Debian 12.
# Behaviour: the rule that is used when none is named (nmt_nfkc) writes U+200C as a space before anything is learned or cut. In Persian
#   orthography the sign stands within words (می‌خواهم “I want”, کتاب‌ها “books”); U+200D stays. The rule also takes Thai sara am apart, so
#   that กำ comes back as กํา. decode(encode(text)) gives back neither.
# Seen: می‌خواهم (one word) comes back as می خواهم (two); قانون‌گذاری as قانون گذاری; กำ (2 characters) as กํา (3), which are not equal.
# Why it matters: the marker of a word's beginning (▁) is taken for word boundaries when words are counted, aligned or weighed: every Persian
#   verb in the present adds a false word می. Offsets into the text and surprisal per word go wrong too. Train with
#   normalization_rule_name="identity" (or nmt_nfkc without these rules) where such scripts are, and check a round trip before anything else.
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
unpack python3-sentencepiece=0.1.97-3+b1 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
libraries=$folder/tree/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack

/usr/bin/python3 - <<'PYTHON'
import io
import sentencepiece

texts = ["می\u200cخواهم به خانه بروم", "قانون\u200cگذاری در مجلس", "เขา\u0e17\u0e33งานประ\u0e08\u0e33"]

def round_trip(**rule):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts * 50), model_writer=model, vocab_size=60, hard_vocab_limit=False, character_coverage=1.0, minloglevel=3, **rule
    )
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [pieces.decode(pieces.encode(text)) for text in texts]

usual, exact = round_trip(), round_trip(normalization_rule_name="identity")
print("sentencepiece", sentencepiece.__version__)
for text, came_back, kept in zip(texts, usual, exact):
    print(ascii(text))
    print("  by default", ascii(came_back))
    print("  identity  ", ascii(kept))
changed = not (
    usual[0] == texts[0].replace("\u200c", " ")
    and usual[1] == texts[1].replace("\u200c", " ")
    and usual[2] == texts[2].replace("\u0e33", "\u0e4d\u0e32")
    and exact == texts
)
raise SystemExit(changed)
PYTHON
