#!/usr/bin/env bash
# jieba does not know 〇 as a Han character: 二〇二四年 “2024” is counted as 四年 “four years”.
#
# Packages: Debian python3-jieba 0.42.1-3; npm jieba-wasm 2.4.0 (the port in Rust). Needs Debian 12 with python3, and npm.
# Behaviour: text is parted into stretches of Han characters before the dictionary is asked, by ranges that begin at U+4E00; 〇 is U+3007, in
#   the block of CJK punctuation. A year that is written with it falls into pieces, and what is behind the last 〇 is read as a number of its
#   own. 一九四九年, without the sign, is one word; with 零 most years are.
# Seen: 二〇二四年的工作 → 二 / 〇 / 二 / 四年 / 的 / 工作, 二〇〇八年 → 二 / 〇 / 〇 / 八年; the same in both.
# Why it matters: official documents, newspapers and prefaces write years so. “Four years” and “eight years” are
#   counted in texts that speak of neither, 〇 is a word, and years before 1990 are counted otherwise than those after. Figures in a row should be kept together
#   before jieba is asked.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() { npm install --silent --prefix . --save-exact --ignore-scripts --no-audit --no-fund "$@"; }

# The packages, and what they need and this system lacks, unpacked in this folder alone.
unpack() {
  local lacking
  lacking=$(apt-get -s install --no-install-recommends "$@" | awk '/^Inst/ {print $2}')
  apt-get download -qq -o APT::Sandbox::User=root "$@" $lacking
  for package in *.deb; do dpkg -x "$package" tree; done
}

install jieba-wasm@2.4.0
unpack python3-jieba=0.42.1-3 >unpacked.log 2>&1

cat >see.mjs <<'JS'
import { createRequire } from 'node:module';
const { cut } = createRequire(`${process.cwd()}/`)('jieba-wasm');
for (const text of ['二〇二四年的工作', '二〇〇八年', '一九四九年']) console.log(cut(text, true).join(' / '));
JS
cat >see.py <<'PYTHON'
import jieba
jieba.setLogLevel(60)
jieba.dt.tmp_dir = "."
for text in ["二〇二四年的工作", "二〇〇八年", "一九四九年"]:
    print(" / ".join(jieba.cut(text)))
PYTHON
cat >described <<'TEXT'
二 / 〇 / 二 / 四年 / 的 / 工作
二 / 〇 / 〇 / 八年
一九四九年
TEXT
echo 'jieba 0.42.1 (Python)'
PYTHONPATH=tree/usr/lib/python3/dist-packages PYTHONIOENCODING=utf-8 /usr/bin/python3 see.py | tee python.txt
echo 'jieba-wasm 2.4.0'
node see.mjs | tee rust.txt
cmp described python.txt && cmp described rust.txt
