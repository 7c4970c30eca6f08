#! {"targets": ["ascend-910b2"]}
import os
import shutil
import subprocess

QUERY = "nvidia-smi --query-gpu=memory.free --format=csv"


def listed():
    return os.popen("nvidia-smi -L").read()
#                    ^^^^^^^^^^ warning torch/nvidia-tools: on ascend-910b2 the command is not found


def free():
    return subprocess.check_output(QUERY.split())
#                                  ^^^^^^^^^^^^^ warning torch/nvidia-tools: Here it is npu-smi info


def used():
    try:
        return subprocess.run(["nvidia-smi", "--query-gpu=memory.used"], check=True)
#                               ^^^^^^^^^^ information torch/nvidia-tools: on ascend-910b2 the command is not found
    except FileNotFoundError:
        return None


def is_there():
    return shutil.which("nvidia-smi") is not None


def run(image):
    subprocess.run(["docker", "run", "--gpus", "all", image])
#                                     ^^^^^^ warning torch/nvidia-tools: --gpus hands NVIDIA's GPUs to the container
