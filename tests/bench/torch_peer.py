"""Trains an LSTM with PyTorch for comparison: JSON lines of requests on stdin, JSON lines of results on stdout; CPU time of one thread."""
import json
import sys
import time

import torch

torch.set_num_threads(1)
torch.manual_seed(1)
words, inputs, hidden, batch, steps, samples = (int(value) for value in sys.argv[1:7])
shares = (1 / torch.arange(1, words + 1, dtype=torch.float64)) ** 0.75
shares = (shares / shares.sum()).float()


class Model:
    """Full softmax: all gradients are dense. Sampled softmax: those of words are sparse, so that only touched rows are moved."""

    def __init__(self, sampled, optimiser):
        self.sampled = sampled
        self.embedding = torch.nn.Embedding(words, inputs, sparse=sampled)
        self.rnn = torch.nn.LSTM(inputs, hidden)
        bound = hidden**-0.5
        if sampled:
            self.weight = torch.nn.Embedding(words, hidden, sparse=True)
            self.bias = torch.nn.Embedding(words, 1, sparse=True)
            torch.nn.init.uniform_(self.weight.weight, -bound, bound)
            torch.nn.init.zeros_(self.bias.weight)
            self.sparse = [self.embedding.weight, self.weight.weight, self.bias.weight]
            self.dense = list(self.rnn.parameters())
        else:
            self.output = torch.nn.Linear(hidden, words)
            self.sparse = []
            self.dense = [*self.embedding.parameters(), *self.rnn.parameters(), *self.output.parameters()]
        if optimiser == "sgd":
            self.optimisers = [torch.optim.SGD([*self.dense, *self.sparse], lr=0.5)]
        else:
            self.optimisers = [torch.optim.Adam(self.dense, lr=0.001)]
            if sampled:
                self.optimisers.append(torch.optim.SparseAdam(self.sparse, lr=0.001))
        self.state = (torch.zeros(1, batch, hidden), torch.zeros(1, batch, hidden))

    def loss(self, ids, targets):
        read, after = self.rnn(self.embedding(ids), self.state)
        self.state = tuple(part.detach() for part in after)
        read = read.reshape(-1, hidden)
        if not self.sampled:
            return torch.nn.functional.cross_entropy(self.output(read), targets)
        drawn = torch.multinomial(shares, samples)
        expected = torch.log(shares * samples)
        own = (read * self.weight(targets)).sum(1) + self.bias(targets).squeeze(1) - expected[targets]
        others = torch.addmm(self.bias(drawn).squeeze(1) - expected[drawn], read, self.weight(drawn).t())
        others = others.masked_fill(drawn == targets.unsqueeze(1), float("-inf"))
        none = torch.zeros(len(targets), dtype=torch.long)
        return torch.nn.functional.cross_entropy(torch.cat([own.unsqueeze(1), others], 1), none)

    def clip(self, most):
        for parameter in self.sparse:
            parameter.grad = parameter.grad.coalesce()
        values = [p.grad.values() if p.grad.is_sparse else p.grad for p in [*self.dense, *self.sparse]]
        length = torch.norm(torch.stack([torch.norm(value) for value in values]))
        factor = most / (length + 1e-6)
        if factor < 1:
            for parameter in [*self.dense, *self.sparse]:
                parameter.grad.mul_(factor)

    def step(self, ids, targets):
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
        loss = self.loss(ids, targets)
        loss.backward()
        self.clip(5)
        for optimiser in self.optimisers:
            optimiser.step()
        return loss.item()


zipf = (1 / torch.arange(1, words + 1, dtype=torch.float64)).float()
models = {}
print(json.dumps({"version": torch.__version__, "build": torch.__config__.show()}), flush=True)
for line in sys.stdin:
    wanted = json.loads(line)
    key = (wanted["sampled"], wanted["optimiser"])
    model = models.setdefault(key, Model(*key))
    chunks = [torch.multinomial(zipf, (steps + 1) * batch, True).reshape(steps + 1, batch) for _ in range(wanted["chunks"])]
    begin = time.thread_time()
    for chunk in chunks:
        loss = model.step(chunk[:-1], chunk[1:].reshape(-1))
    seconds = time.thread_time() - begin
    print(json.dumps({"seconds": seconds, "loss": loss}), flush=True)
