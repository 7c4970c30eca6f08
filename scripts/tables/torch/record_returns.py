"""Writes core/pytorch/values/torch-returns.json: what PyTorch's functions, methods and modules return.

    python scripts/tables/torch/record_returns.py > core/pytorch/values/torch-returns.json

Asked of the installed PyTorch: the stubs that it ships, the annotations of its Python functions, and the first line of
the documentation of its built-in ones. A function whose overloads return different things is written with all of them.

Codes: T tensor, S torch.Size, i int, f float, n number, b bool, s str, d device, t dtype, N None; `TT` a tuple of two
tensors; `T*` a sequence of tensors of any length; `i*` of ints. `T|TT`: the one or the other.
"""

import ast
import importlib
import inspect
import json
import os
import re
import sys

import torch

ROOT = os.path.dirname(torch.__file__)
SIMPLE = {
    "Tensor": "T", "Self": "T", "torch.Tensor": "T", "Size": "S", "torch.Size": "S", "_int": "i", "int": "i",
    "_float": "f", "float": "f", "_bool": "b", "bool": "b", "str": "s", "Number": "n", "None": "N",
    "_dtype": "t", "torch.dtype": "t", "dtype": "t", "_device": "d", "torch.device": "d", "device": "d",
    "_size": "i*", "SymInt": "i", "_int | SymInt": "i",
}
MODULES = [
    "torch", "torch.functional", "torch.nn.functional", "torch.linalg", "torch.fft", "torch.special", "torch.cuda",
    "torch.accelerator", "torch.distributed", "torch.nn.utils.rnn", "torch.nn.utils", "torch.nn.init", "torch.sparse",
    "torch.signal.windows",
]
CLASS_MODULES = [
    "torch", "torch.cuda", "torch.cuda.amp", "torch.amp", "torch.optim", "torch.optim.lr_scheduler", "torch.utils.data",
    "torch.utils.data.distributed", "torch.nn.parallel", "torch.distributed", "torch.distributed.fsdp", "torch.distributed.device_mesh",
    "torch.profiler", "torch.distributed.optim", "torch.autograd", "torch.distributions",
]


def code_of(annotation):
    """The code of a return annotation; None where it has none."""
    if annotation is None:
        return None
    text = re.sub(r"\s+", " ", annotation).strip().strip("\"'")
    text = re.sub(r"^builtins\.", "", text)
    if text in SIMPLE:
        return SIMPLE[text]
    match = re.fullmatch(r"torch\.return_types\.(\w+)", text)
    if match:
        kind = getattr(torch.return_types, match.group(1), None)
        count = getattr(kind, "n_sequence_fields", 0)
        return "T" * count if count > 1 else None
    match = re.fullmatch(r"(?:_?[Tt]uple|typing\.Tuple)\[(.*)\]|\((.*)\)", text)
    if match:
        inner = [part.strip() for part in (match.group(1) or match.group(2)).split(",")]
        if len(inner) == 2 and inner[1] == "...":
            one = code_of(inner[0])
            return f"{one}*" if one and len(one) == 1 else None
        parts = [code_of(part) for part in inner if part]
        return "".join(parts) if len(parts) > 1 and all(p and len(p) == 1 for p in parts) else None
    match = re.fullmatch(r"(?:[Ll]ist|typing\.List|Sequence)\[(.*)\]", text)
    if match:
        one = code_of(match.group(1))
        return f"{one}*" if one and len(one) == 1 else None
    return None


def stub_returns(path, class_name=None):
    """The codes of each function of a stub, or of each method of one of its classes; and its annotated attributes."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        tree = ast.parse(file.read())
    body = tree.body
    if class_name:
        body = next(node for node in body if isinstance(node, ast.ClassDef) and node.name == class_name).body
    functions, attributes = {}, {}
    for node in body:
        if isinstance(node, ast.FunctionDef):
            is_property = any(isinstance(d, ast.Name) and d.id == "property" for d in node.decorator_list)
            returned = ast.unparse(node.returns) if node.returns else None
            if is_property:
                attributes[node.name] = code_of(returned)
            else:
                functions.setdefault(node.name, []).append(code_of(returned))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            attributes[node.target.id] = code_of(ast.unparse(node.annotation))
    return functions, attributes


def joined(codes):
    """One text for the codes of overloads; None where one of them is not known."""
    if not codes or any(code is None for code in codes):
        return None
    return "|".join(sorted(set(codes), key=lambda code: (len(code), code)))


def annotated(function):
    """From the signature of a Python function, or the documentation of a built-in one."""
    try:
        returned = inspect.signature(function).return_annotation
    except (TypeError, ValueError):
        returned = inspect.Signature.empty
    if returned is not inspect.Signature.empty:
        text = returned if isinstance(returned, str) else getattr(returned, "__name__", str(returned))
        if not isinstance(returned, type) and not isinstance(returned, str):
            text = str(returned).replace("torch.Tensor", "Tensor")
        return code_of("None" if returned is None else text)
    match = re.match(r"\s*[\w.]+\([^)]*\)\s*->\s*([^\n:]+)", function.__doc__ or "")
    return code_of(match.group(1)) if match else None


def module_functions():
    stubs = stub_returns("_C/_VariableFunctions.pyi")[0]
    nn_stub = os.path.join(ROOT, "nn/functional.pyi")
    functional = stub_returns("nn/functional.pyi")[0] if os.path.exists(nn_stub) else {}
    found = {}
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        public = "torch" if module_name == "torch.functional" else module_name
        for name in sorted(vars(module)):
            function = getattr(module, name)
            if name.startswith("_") or not callable(function) or inspect.isclass(function):
                continue
            # What a module only imports (typing.cast in torch) is none of its own.
            owner = getattr(function, "__module__", None) or "torch"
            if not owner.startswith("torch"):
                continue
            code = None
            if public == "torch" and name in stubs:
                code = joined(stubs[name])
            if code is None and public == "torch.nn.functional" and name in functional:
                code = joined(functional[name])
            if code is None:
                code = annotated(function)
            if code is None and public == "torch.nn.functional" and name in stubs:
                code = joined(stubs[name])
            if code is not None:
                found.setdefault(f"{public}.{name}", code)
    return found


def methods():
    found, attributes = stub_returns("_C/__init__.pyi", "TensorBase")
    codes = {name: joined(all_codes) for name, all_codes in found.items() if not name.startswith("_")}
    for name, function in vars(torch.Tensor).items():
        if name.startswith("_") or not inspect.isfunction(function):
            continue
        code = annotated(function)
        if code is not None:
            codes[name] = code
    return {n: c for n, c in codes.items() if c}, {n: c for n, c in attributes.items() if c and not n.startswith("_")}


def modules():
    found = {}
    for name in sorted(vars(torch.nn)):
        kind = getattr(torch.nn, name)
        if inspect.isclass(kind) and issubclass(kind, torch.nn.Module):
            found[name] = annotated(kind.forward) or ""
    return found


def module_names():
    """Every public name of torch.nn.Module, and of its subclasses in torch.nn: what a module has without being told."""
    kinds = [k for k in vars(torch.nn).values() if inspect.isclass(k) and issubclass(k, torch.nn.Module)]
    names = {name for kind in kinds for name in dir(kind)}
    return sorted(name for name in names if not name.startswith("_") or name in ("__init__", "__call__", "_apply"))


def classes():
    found = []
    for module_name in CLASS_MODULES:
        module = importlib.import_module(module_name)
        for name in sorted(vars(module)):
            kind = getattr(module, name)
            if module_name == "torch" and name not in torch.__all__ and name not in ("Event", "Generator", "Stream"):
                continue
            if name.startswith("_") or not inspect.isclass(kind) or issubclass(kind, (torch.nn.Module, BaseException)):
                continue
            if (kind.__module__ or "").startswith("torch") and name[0].isupper():
                found.append(f"{module_name}.{name}")
    return sorted(set(found))


# What neither a stub nor an annotation says, from the pages of the documentation.
DOCUMENTED = {"torch.norm": "T", "torch.nn.functional.one_hot": "T", "torch.is_tensor": "b"}
DOCUMENTED_METHODS = {"norm": "T", "stft": "T", "istft": "T", "backward": "N"}


# What they return depends on flags that the annotation of their general form does not show.
UNDECIDED = {"torch.unique", "torch.unique_consecutive"}


def by_code(codes):
    grouped = {}
    for name, code in sorted((name, code) for name, code in codes.items() if name not in UNDECIDED):
        grouped.setdefault(code, []).append(name)
    return {code: " ".join(names) for code, names in sorted(grouped.items())}


def main():
    tensor_methods, attributes = methods()
    types = [name for name in vars(torch) if re.fullmatch(r"\w+Tensor", name)]
    table = {
        "torch": torch.__version__.split("+")[0],
        "functions": by_code({**DOCUMENTED, **module_functions()}),
        "methods": by_code({**DOCUMENTED_METHODS, **tensor_methods}),
        "attributes": by_code(attributes),
        "tensorNames": " ".join(sorted(n for n in dir(torch.Tensor) if not n.startswith("_"))),
        "modules": by_code(modules()),
        "moduleNames": " ".join(module_names()),
        "classes": " ".join(classes()),
        "tensorTypes": " ".join(sorted(types)),
        "dtypes": " ".join(sorted(name for name, v in vars(torch).items() if isinstance(v, torch.dtype))),
    }
    json.dump(table, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
