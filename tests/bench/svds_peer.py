# SciPy's truncated SVD (ARPACK) beside which the count model is measured. Reads one request a line, answers one a line, both JSON.
import json
import resource
import sys
import time

import numpy
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


print(json.dumps({"version": scipy.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    read = lambda name, kind: numpy.fromfile(f"{request['files']}.{name}", dtype=kind)
    size = request["size"]
    offsets = read("offsets", numpy.float64).astype(numpy.int32)
    matrix = csr_matrix(
        (read("values", numpy.float32).astype(numpy.float64), read("columns", numpy.uint32).astype(numpy.int32), offsets),
        shape=(size, size),
    )
    before, clock = cpu(), time.perf_counter()
    # A start that is given: by default it is drawn anew each time.
    left, values, _ = svds(matrix, k=request["rank"], v0=numpy.ones(size), return_singular_vectors="u")
    answer = {"cpu": cpu() - before, "seconds": time.perf_counter() - clock, "values": sorted(values.tolist(), reverse=True)}
    print(json.dumps(answer), flush=True)
