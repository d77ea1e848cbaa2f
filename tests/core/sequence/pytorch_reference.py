"""A recurrent network in PyTorch on given weights: a JSON request on stdin, hidden states, losses, gradients and weights on stdout."""
import json
import sys

import torch

torch.set_default_dtype(torch.float64)
request = json.load(sys.stdin)
shape = request["shape"]
words, inputs, hidden, layers = (shape[name] for name in ("words", "inputs", "hidden", "layers"))


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        kind = torch.nn.LSTM if shape["cell"] == "lstm" else torch.nn.RNN
        self.embedding = torch.nn.Embedding(words, inputs)
        self.rnn = kind(inputs, hidden, layers)
        self.output = torch.nn.Linear(hidden, words)


network = Network()
with torch.no_grad():
    for name, parameter in network.named_parameters():
        if "bias_hh" in name:
            # The same as a second bias: it stays zero.
            parameter.zero_()
            parameter.requires_grad = False
        else:
            parameter.copy_(torch.tensor(request["weights"][name]).reshape(parameter.shape))
learned = [parameter for parameter in network.parameters() if parameter.requires_grad]
optimiser = (
    torch.optim.Adam(learned, lr=request["rate"])
    if request["optimiser"] == "adam"
    else torch.optim.SGD(learned, lr=request["rate"], momentum=0.9)
)
state = None
answers = []
for chunk in request["chunks"]:
    steps, batch = chunk["steps"], chunk["batch"]
    ids = torch.tensor(chunk["inputs"]).reshape(steps, batch)
    targets = torch.tensor(chunk["targets"])
    kept = 1 - torch.tensor(chunk["resets"], dtype=torch.float64).reshape(steps, 1, batch, 1)
    zeros = torch.zeros(layers, batch, hidden)
    state = state or (zeros, zeros)
    tops = []
    for step in range(steps):
        state = tuple(part * kept[step] for part in state)
        given = state if shape["cell"] == "lstm" else state[0]
        top, after = network.rnn(network.embedding(ids[step : step + 1]), given)
        state = after if shape["cell"] == "lstm" else (after, zeros)
        tops.append(top)
    read = torch.cat(tops)
    loss = torch.nn.functional.cross_entropy(
        network.output(read).reshape(steps * batch, words), targets, ignore_index=-1
    )
    optimiser.zero_grad()
    loss.backward()
    gradients = {name: p.grad.flatten().tolist() for name, p in network.named_parameters() if p.requires_grad}
    torch.nn.utils.clip_grad_norm_(learned, request["clip"])
    optimiser.step()
    state = tuple(part.detach() for part in state)
    answers.append({"hidden": read.flatten().tolist(), "loss": loss.item(), "gradients": gradients})
weights = {name: p.flatten().tolist() for name, p in network.named_parameters() if p.requires_grad}
json.dump({"version": torch.__version__, "chunks": answers, "weights": weights}, sys.stdout)
