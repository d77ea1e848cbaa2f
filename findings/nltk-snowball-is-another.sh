#!/usr/bin/env bash
# NLTK's Snowball stemmers are not Snowball's: the Hungarian one does not know ő and ű, the Italian one makes assistt of assistenza.
#
# Packages: Debian python3-nltk 3.8-1, libstemmer-tools 2.2.0-2 (the programs of the Snowball project). Needs Debian 12 with python3.
# Behaviour: NLTK has the algorithms written anew. Its Hungarian vowels and endings are spelled with õ and û (which ISO 8859-1 has in the places of
#   ő and ű), so that in words of today's spelling the region where endings are sought begins too late, and endings with ő are unknown. The Italian
#   step that makes -enza, -enze to -ente puts -te in the place of what it deletes.
# Seen: nők “women”, nőnek “to a woman” stay as they are (Snowball: nő), as do erdőből, időtől, fűben; assistenza → assistt, but assistente
#   → assistent, so that noun and adjective are parted (Snowball: assistent both). The 500 to
#   700 types of the Declaration of Human Rights agreed in German, French, Spanish, Dutch, Finnish and Russian.
# Why it matters: papers say “Snowball stemmer” for either. Hungarian forms of the commonest nouns are counted apart, and stems of two corpora
#   that were made with two libraries do not meet. Say which program made the stems; compare it with stemwords first.
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
unpack python3-nltk=3.8-1 libstemmer-tools=2.2.0-2 >unpacked.log 2>&1
export PYTHONPATH=$folder/tree/usr/lib/python3/dist-packages
export LD_LIBRARY_PATH=$folder/tree/usr/lib/x86_64-linux-gnu
export PATH=$folder/tree/usr/bin:$PATH PYTHONIOENCODING=utf-8

/usr/bin/python3 - <<'PYTHON'
import subprocess
import nltk
from nltk.stem.snowball import SnowballStemmer

words = {
    "hungarian": ["nő", "nők", "nőnek", "nõk", "erdőből", "időtől", "fűben", "házban"],
    "italian": ["assistente", "assistenza", "esigenze", "residenza", "differenza"],
}
print("nltk", nltk.__version__)
stems = {}
for language, forms in words.items():
    told = subprocess.run(["stemwords", "-l", language], input="\n".join(forms) + "\n", capture_output=True, text=True, check=True).stdout.split()
    for form, snowball in zip(forms, told, strict=True):
        stems[form] = (SnowballStemmer(language).stem(form), snowball)
        print(language, form, "NLTK:", stems[form][0], "Snowball:", snowball)
changed = not (
    stems["nők"] == ("nők", "nő")
    and stems["nőnek"] == ("nőnek", "nő")
    and stems["nõk"][0] == "nõ"
    and stems["assistenza"] == ("assistt", "assistent")
    and stems["assistente"] == ("assistent", "assistent")
)
raise SystemExit(changed)
PYTHON
