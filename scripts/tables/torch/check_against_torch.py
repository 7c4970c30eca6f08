"""Records which aten operators PyTorch itself runs for each of its public APIs.

Usage: python scripts/tables/torch/check_against_torch.py > scripts/tables/torch/aten-of-apis.generated.json

Every API of PyTorch's own operator database is called with PyTorch's own sample inputs on the CPU, and what reaches the
dispatcher below autograd is noted. `always` are operators that every sample ran, `sometimes` those that some did; where
`always` is empty and the samples ran few different sets of operators, `ways` are these sets.
Operators that only the CPU has (names with mkldnn, for_cpu) say nothing about other devices: an API that ran one of them
is marked `cpuSpecific`. `composite` are the recorded operators that PyTorch computes by others on a device without a
kernel of that name: a missing kernel of theirs is no fallback to the CPU.

Needs: pip install torch numpy expecttest pyyaml
"""

import json
import pathlib
import sys
import warnings

import torch
import torchgen
from torch.testing._internal.common_methods_invocations import op_db
from torch.utils._python_dispatch import TorchDispatchMode
from torchgen.gen import parse_native_yaml

SAMPLES = 40
WAYS = 4
CPU_ONLY = ("mkldnn", "for_cpu", "_cpu")


class Recorder(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.seen = []

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        name = function._schema.name.removeprefix("aten::")
        overload = function._schema.overload_name
        self.seen.append(f"{name}.{overload}" if overload else name)
        return function(*args, **(kwargs or {}))


def record(call, sample):
    recorder = Recorder()
    with torch.no_grad(), recorder:
        call(sample.input, *sample.args, **sample.kwargs)
    return frozenset(recorder.seen)


def samples_of(operator):
    for dtype in (torch.float32, torch.int64, torch.bool, torch.complex64):
        if dtype in operator.dtypes:
            for index, sample in enumerate(operator.sample_inputs("cpu", dtype)):
                if index == SAMPLES:
                    return
                yield sample
            return


def qualified(name):
    """The names under which programs call an operator of the database."""
    found = []
    for candidate in (f"torch.{name}", f"torch.Tensor.{name}"):
        value = torch
        for part in candidate.split(".")[1:]:
            value = getattr(value, part, None)
            if value is None:
                break
        if callable(value):
            found.append(candidate)
    return found


def structured():
    """Operators whose kernel for every device computes shapes, and then calls the operator's own `.out`, which a device has or lacks."""
    path = pathlib.Path(torchgen.__file__).parent / "packaged/ATen/native"
    functions = parse_native_yaml(path / "native_functions.yaml", path / "tags.yaml").native_functions
    return {str(function.func.name) for function in functions if function.structured or function.structured_delegate}


def is_composite(overload, is_structured):
    if "::" in overload:  # of another library than aten: built in Python from other operators
        return True
    keys = ["CompositeImplicitAutograd", "CompositeExplicitAutograd"]
    if not is_structured:
        keys.append("CompositeExplicitAutogradNonFunctional")
    return any(torch._C._dispatch_has_kernel_for_dispatch_key(f"aten::{overload}", key) for key in keys)


def main():
    warnings.simplefilter("ignore")
    table = {}
    skipped = []
    for operator in op_db:
        if "__r" in operator.name or operator.name.startswith(("_refs", "ops.", "jiterator")):
            continue
        runs = []
        try:
            for sample in samples_of(operator):
                runs.append(record(operator.op, sample))
        except Exception as error:
            skipped.append(f"{operator.name}: {type(error).__name__}")
        if not runs:
            continue
        always = frozenset.intersection(*runs)
        ever = frozenset.union(*runs)
        names = {name for base in (operator.name, *(alias.name for alias in operator.aliases)) for name in qualified(base)}
        for name in names:
            entry = table.setdefault(name, {"always": set(always), "ever": set(), "ways": set()})
            entry["always"] &= always
            entry["ever"] |= ever
            entry["ways"] |= set(runs)
    known = {}
    for name in sorted(table):
        always, ever = sorted(table[name]["always"]), sorted(table[name]["ever"])
        row = {"always": always}
        sometimes = [overload for overload in ever if overload not in always]
        if sometimes:
            row["sometimes"] = sometimes
        ways = sorted(sorted(way) for way in table[name]["ways"])
        if not always and len(ways) <= WAYS and all(ways):
            row["ways"] = ways
        if any(mark in overload for overload in ever for mark in CPU_ONLY):
            row["cpuSpecific"] = True
        known[name] = row
    overloads = {overload for row in known.values() for overload in (*row["always"], *row.get("sometimes", []))}
    of_own = structured()
    composite = sorted(overload for overload in overloads if is_composite(overload, overload in of_own))
    document = {"torch": torch.__version__.split("+")[0], "samples": SAMPLES, "composite": composite, "skipped": sorted(set(skipped)), "apis": known}
    json.dump(document, sys.stdout, indent=1)
    print()


main()
