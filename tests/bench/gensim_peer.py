"""Trains word2vec with gensim for comparison: JSON lines of settings on stdin, JSON lines of results on stdout."""
import ctypes
import json
import sys
import time

import gensim
import numpy
from gensim.models import Word2Vec


def blas_core():
    """The processor that OpenBLAS takes this one for, None where another library does its work."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        libraries = {line.split()[-1] for line in maps if "openblas" in line}
    for library in sorted(libraries):
        try:
            name = ctypes.CDLL(library).openblas_get_corename
        except (OSError, AttributeError):
            continue
        name.restype = ctypes.c_char_p
        return name().decode()
    return None


text = sys.argv[1]
words = open(text, encoding="utf-8").read().split()
sentences = [words[at : at + 1000] for at in range(0, len(words), 1000)]
print(json.dumps({"version": gensim.__version__, "core": blas_core()}), flush=True)
for line in sys.stdin:
    wanted = json.loads(line)
    skip_gram = wanted["architecture"] == "skip-gram"
    hierarchical = wanted["output"] == "hierarchical-softmax"
    model = Word2Vec(
        vector_size=wanted["dimensions"],
        window=5,
        min_count=5,
        sg=int(skip_gram),
        hs=int(hierarchical),
        negative=0 if hierarchical else 5,
        sample=1e-3,
        alpha=0.025 if skip_gram else 0.05,
        min_alpha=1e-4 * (0.025 if skip_gram else 0.05),
        workers=wanted["workers"],
        seed=wanted["seed"],
    )
    model.build_vocab(sentences)
    begin, cpu_begin = time.perf_counter(), time.process_time()
    model.train(sentences, total_examples=model.corpus_count, epochs=wanted["epochs"])
    seconds, cpu_seconds = time.perf_counter() - begin, time.process_time() - cpu_begin
    if wanted.get("vectors"):
        numpy.ascontiguousarray(model.wv.vectors, dtype="<f4").tofile(wanted["vectors"] + ".f32")
        with open(wanted["vectors"] + ".txt", "w", encoding="utf-8") as file:
            file.write("\n".join(model.wv.index_to_key))
    trained = len(words) * wanted["epochs"]
    speed = {"wordsPerSecond": trained / seconds, "wordsPerCpuSecond": trained / cpu_seconds}
    print(json.dumps(speed), flush=True)
