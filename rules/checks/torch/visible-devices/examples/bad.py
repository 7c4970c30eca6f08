#! {"targets": ["ascend-910b2"]}
import os


def choose(devices: str) -> None:
    os.environ["CUDA_VISIBLE_DEVICES"] = devices  # as asked
#              ^^^^^^^^^^^^^^^^^^^^^^ warning torch/visible-devices: Nothing on ascend-910b2 reads CUDA_VISIBLE_DEVICES: the process sees
    print(os.environ.get("CUDA_VISIBLE_DEVICES"))
#                        ^^^^^^^^^^^^^^^^^^^^^^ information torch/visible-devices: CUDA_VISIBLE_DEVICES says nothing about the devices of ascend-910b2
