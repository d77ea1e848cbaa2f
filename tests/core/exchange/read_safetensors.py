"""Reads an exported recurrent model by the published format alone and says what each word of a sentence costs, in bits."""
import json
import sys

import numpy as np

path, sentence = sys.argv[1], json.loads(sys.argv[2])
data = open(path, "rb").read()
length = int.from_bytes(data[:8], "little")
head = json.loads(data[8 : 8 + length])
tensors = {}
for name, entry in head.items():
    if name == "__metadata__":
        continue
    assert entry["dtype"] == "F32"
    first, end = entry["data_offsets"]
    numbers = np.frombuffer(data[8 + length + first : 8 + length + end], dtype="<f4").astype(np.float64)
    tensors[name] = numbers.reshape(entry["shape"])
about = json.load(open(path + ".settings.json"))
rows = {word: row for row, word in enumerate(about["words"])}
settings = about["settings"]
hidden, layers, cell = settings["hidden"], settings["layers"], settings["cell"]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


h = [np.zeros(hidden) for _ in range(layers)]
c = [np.zeros(hidden) for _ in range(layers)]
inputs = [1] + [rows.get(word, 0) for word in sentence]
bits = []
for row, target in zip(inputs, inputs[1:] + [1]):
    x = tensors["embedding.weight"][row]
    for layer in range(layers):
        sums = (
            tensors[f"rnn.weight_ih_l{layer}"] @ x
            + tensors[f"rnn.bias_ih_l{layer}"]
            + tensors[f"rnn.weight_hh_l{layer}"] @ h[layer]
            + tensors[f"rnn.bias_hh_l{layer}"]
        )
        if cell == "rnn":
            h[layer] = np.tanh(sums)
        else:
            i, f, g, o = np.split(sums, 4)
            c[layer] = sigmoid(f) * c[layer] + sigmoid(i) * np.tanh(g)
            h[layer] = sigmoid(o) * np.tanh(c[layer])
        x = h[layer]
    scores = tensors["output.weight"] @ x + tensors["output.bias"]
    scores -= scores.max()
    logs = scores - np.log(np.exp(scores).sum())
    bits.append(-logs[target] / np.log(2))
print(json.dumps(bits))
