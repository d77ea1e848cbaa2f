"""Trains word2vec with gensim for comparison: JSON lines of settings on stdin, JSON lines of results on stdout."""
import json
import sys
import time

import numpy
from gensim.models import Word2Vec

text = sys.argv[1]
words = open(text, encoding="utf-8").read().split()
sentences = [words[at : at + 1000] for at in range(0, len(words), 1000)]
print(json.dumps({"ready": True, "tokens": len(words)}), flush=True)
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
    begin = time.perf_counter()
    model.train(sentences, total_examples=model.corpus_count, epochs=wanted["epochs"])
    seconds = time.perf_counter() - begin
    if wanted.get("vectors"):
        numpy.ascontiguousarray(model.wv.vectors, dtype="<f4").tofile(wanted["vectors"] + ".f32")
        with open(wanted["vectors"] + ".txt", "w", encoding="utf-8") as file:
            file.write("\n".join(model.wv.index_to_key))
    print(json.dumps({"wordsPerSecond": len(words) * wanted["epochs"] / seconds}), flush=True)
