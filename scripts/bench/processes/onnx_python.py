"""What a user would pick instead: loads, checks and infers a model with the onnx package. Prints milliseconds."""

import json
import resource
import sys
import time

started = time.perf_counter()
import onnx  # noqa: E402


def timed(action):
    start = time.perf_counter()
    try:
        result = action()
    except Exception as error:  # A file of more than 2 GB cannot be checked in memory.
        return None, type(error).__name__
    return result, (time.perf_counter() - start) * 1000


imported = (time.perf_counter() - started) * 1000
model, load = timed(lambda: onnx.load(sys.argv[1]))
_, check = timed(lambda: onnx.checker.check_model(model))
_, infer = timed(lambda: onnx.shape_inference.infer_shapes(model))
try:
    with open("/proc/self/status") as status:
        peak = 1024 * next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"version": onnx.__version__, "import": imported, "load": load, "check": check, "infer": infer, "peak": peak}))
