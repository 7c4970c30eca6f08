"""Exports the models of examples/, deterministically: python scripts/examples/export.py [folder]

They are small models of our own, written the way that models of their kind are written, so that what Portolan finds in
them is what it finds in practice. See README.md for the exact versions.
"""

import pathlib
import sys
import tempfile

import onnx
import torch

from deepseek import DeepseekLayer
from diffusion import DiffusionBlock
from quantized import QuantizedNet
from speech import SpeechBlock
from vision import FlowNet

ROOT = pathlib.Path(__file__).resolve().parents[2]


def scripted(module, inputs, opset, names, axes=None):
    """The TorchScript exporter: what most .onnx files in the field were written with."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "model.onnx")
        torch.onnx.export(
            module, inputs, str(file), opset_version=opset, input_names=names[0], output_names=names[1],
            dynamic_axes=axes or {}, dynamo=False,
        )
        return onnx.load(file)


def captured(module, inputs, opset, names, shapes=None):
    """The torch.export based exporter, the default of today's PyTorch."""
    program = torch.onnx.export(
        module, inputs, opset_version=opset, input_names=names[0], output_names=names[1], dynamic_shapes=shapes,
        dynamo=True, external_data=False, verbose=False,
    )
    return program.model_proto


def without_traces(model):
    """Drops what names the exporting machine (stack traces, the variant of its PyTorch): it must not matter."""
    for graph in [model.graph, *model.functions]:
        for node in graph.node:
            del node.metadata_props[:]
            node.ClearField("doc_string")
        for value in graph.value_info:
            del value.metadata_props[:]
    for value in [*model.graph.input, *model.graph.output, *model.graph.initializer]:
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    model.producer_version = model.producer_version.partition("+")[0]
    return model


def seeded(build):
    torch.manual_seed(0)
    return build().eval()


def models():
    hidden = torch.randn(1, 16, 80)
    positions = torch.arange(16).unsqueeze(0)
    yield "deepseek_layer", scripted(
        seeded(DeepseekLayer), (hidden, positions), 17, (["hidden_states", "position_ids"], ["output"]),
        {"hidden_states": {1: "sequence"}, "position_ids": {1: "sequence"}, "output": {1: "sequence"}},
    )
    frames = torch.randn(1, 3, 64, 64)
    yield "vision_flow", scripted(
        seeded(FlowNet), (frames, frames.flip(-1)), 17, (["previous", "current"], ["warped", "flow"])
    )
    yield "speech_block", scripted(
        seeded(SpeechBlock), (torch.randn(1, 80, 32),), 17, (["mel"], ["waveform"]),
        {"mel": {0: "batch", 2: "frames"}, "waveform": {0: "batch", 2: "samples"}},
    )
    yield "diffusion_block_opset20", captured(
        seeded(DiffusionBlock), (torch.randn(1, 32, 16, 16), torch.randn(1, 64), torch.randn(1, 7, 48)), 20,
        (["latent", "time_embedding", "prompt"], ["output"]),
    )
    yield "quantized_qdq", scripted(
        seeded(QuantizedNet), (torch.randn(1, 3, 32, 32),), 17, (["image"], ["scores"])
    )


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples"
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in models():
        onnx.checker.check_model(model, full_check=True)
        data = without_traces(model).SerializeToString(deterministic=True)
        (folder / f"{name}.onnx").write_bytes(data)
        print(f"{name}.onnx  {len(data)} bytes, {len(model.graph.node)} nodes")


if __name__ == "__main__":
    main()
