"""Checks the limits of rules/migrations against PyTorch itself: every API exists, and has its arguments where they are said to be.

Usage: python scripts/tables/torch/check_limits_against_torch.py

Needs: pip install torch
"""

import inspect
import json
import pathlib
import re
import sys

import torch
import torch.distributed.optim
import torch.distributed.rpc
import torch.nested
import torch.utils.data
from torch.overrides import get_testing_overrides

# Functions that torch builds in C++, whose signatures Python does not show, as PyTorch itself writes them down for testing.
OVERRIDES = get_testing_overrides()
# Constructors and methods of (*args, **kwargs), and functions of several forms, by PyTorch's manual.
DOCUMENTED = {
    "torch.nn.LSTM": "input_size hidden_size num_layers bias batch_first dropout bidirectional proj_size",
    "torch.nn.GRU": "input_size hidden_size num_layers bias batch_first dropout bidirectional",
    "torch.Tensor.to": "self device dtype non_blocking copy memory_format",
    "torch.nn.Module.to": "self device dtype non_blocking",
    "torch.sum": "input dim keepdim dtype",
    "torch.mean": "input dim keepdim dtype",
    "torch.Tensor.sort": "self dim descending stable",
    "torch.Tensor.argsort": "self dim descending stable",
    "torch.scatter": "input dim index src value",
    "torch.Tensor.scatter": "self dim index src value",
    "torch.Tensor.scatter_": "self dim index src value",
    "torch.unique": "input sorted return_inverse return_counts dim",
    "torch.nn.functional.scaled_dot_product_attention": "query key value attn_mask dropout_p is_causal scale enable_gqa",
    "torch.nn.functional.max_pool1d": "input kernel_size stride padding dilation ceil_mode return_indices",
    "torch.nn.functional.max_pool2d": "input kernel_size stride padding dilation ceil_mode return_indices",
    "torch.nn.functional.max_pool3d": "input kernel_size stride padding dilation ceil_mode return_indices",
}


def resolve(name):
    value = torch
    for part in name.split(".")[1:]:
        value = getattr(value, part)
    return value


def parameters(name):
    if name in DOCUMENTED:
        return DOCUMENTED[name].split()
    value = resolve(name)
    is_method = name.startswith("torch.Tensor.")
    if inspect.isclass(value):
        return list(inspect.signature(value.__init__).parameters)[1:]
    try:
        return list(inspect.signature(value).parameters)
    except ValueError:
        pass  # built in C++: the manual says its parameters on the first line
    found = re.match(r"\s*[\w.]+\((.*?)\)(?: ->|\s*$)", value.__doc__ or "", re.M)
    if found:
        names = [re.sub(r"[=:].*", "", part).strip() for part in re.split(r",(?![^(]*\))", found[1])]
        return ["self"] * is_method + [part for part in names if part not in ("*", "")]
    return list(inspect.signature(OVERRIDES[value]).parameters)


def arguments(condition):
    for member in (*condition.get("all", ()), *condition.get("any", ())):
        yield from arguments(member)
    if "argument" in condition:
        yield condition["argument"], condition.get("position")


def check(limit, problems):
    for api in limit["apis"]:
        try:
            resolve(api)
        except AttributeError:
            problems.append(f"{limit['id']}: torch {torch.__version__} has no {api}")
            continue
        for argument, position in arguments(limit["when"]):
            names = parameters(api)
            # A method's first parameter is the tensor itself, whatever PyTorch calls it.
            at = 0 if position == 0 and api.startswith(("torch.Tensor.", "torch.nn.Module.")) else None
            if at is None and argument not in names:
                problems.append(f"{limit['id']}: {api} has no argument {argument}: {names}")
            elif at is None and position is not None and names.index(argument) != position:
                problems.append(f"{limit['id']}: {argument} of {api} stands at {names.index(argument)}, not {position}")


def main():
    problems = []
    checked = 0
    for path in sorted(pathlib.Path("rules/migrations").glob("torch-*.json")):
        for limit in json.loads(path.read_text())["limits"]:
            check(limit, problems)
            checked += len(limit["apis"])
    print(*problems, f"{checked} APIs with limits checked against torch {torch.__version__}", sep="\n")
    sys.exit(1 if problems else 0)


main()
