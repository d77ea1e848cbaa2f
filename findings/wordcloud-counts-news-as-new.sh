#!/usr/bin/env bash
# The Python package wordcloud counts news as new, his as hi and US as us: what ends in s is a plural where the rest occurs.
#
# Package: Debian python3-wordcloud 1.8.2.2+dfsg-1+b1. Needs Debian 12 with python3.
# Behaviour: before words are counted, each that ends in s (not ss) is added to the word without it, if that occurs in the text
#   (normalize_plurals, on unless said otherwise); spellings that differ in capitals are one under the most frequent of them. Language is not asked.
# Seen: of “the new news was in the news his hi new Mars mar US us us” come new 4, hi 2, mar 2, us 3; news, his, Mars and US are not in the counts.
# Why it matters: clouds, and the counts that process_text() gives for tables, are taken for frequencies of words. In English journalism news
#   disappears into new; in French, Spanish or German texts any form in -s is added to another word (pas to pa, was to wa). Whether it happens depends
#   on one stray occurrence of the shorter form, so that two corpora are counted by different rules.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq -o APT::Sandbox::User=root python3-wordcloud=1.8.2.2+dfsg-1+b1
dpkg -x ./*.deb tree

cat >see.py <<'PYTHON'
import glob
import importlib.util
import sys

# The module that counts, without the one that draws: it needs nothing else.
path = glob.glob("tree/usr/lib/python3*/dist-packages/wordcloud/tokenization.py")[0]
spec = importlib.util.spec_from_file_location("tokenization", path)
counting = importlib.util.module_from_spec(spec)
spec.loader.exec_module(counting)
words = "the new news was in the news his hi new Mars mar US us us".split()
counts, _ = counting.process_tokens(words, True)
print(dict(sorted(counts.items())))
plain, _ = counting.process_tokens(words, False)
print("without:", dict(sorted(plain.items())))
seen = {word: counts.get(word) for word in ["new", "hi", "mar", "us", "news", "his", "mars", "Mars", "US"]}
sys.exit(seen != {"new": 4, "hi": 2, "mar": 2, "us": 3, "news": None, "his": None, "mars": None, "Mars": None, "US": None})
PYTHON
python3 see.py
