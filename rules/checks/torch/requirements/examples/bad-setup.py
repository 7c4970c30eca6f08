#! {"targets": ["ascend-910b2"]}
from setuptools import setup

setup(
    name="model",
    install_requires=["torch>=2.1", "flash-attn", "numpy"],
#                                    ^^^^^^^^^^ error torch/requirements
    extras_require={"quant": ["bitsandbytes"]},
#                              ^^^^^^^^^^^^ warning torch/requirements
)
