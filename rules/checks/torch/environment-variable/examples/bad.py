#! {"targets": ["ascend-910b2"]}
import os

os.environ["CUDA_LAUNCH_BLOCKING"] = "1"
#          ^^^^^^^^^^^^^^^^^^^^^^ warning torch/environment-variable: CUDA_LAUNCH_BLOCKING has no effect on ascend-910b2; its counterpart
os.environ["NCCL_BUFFSIZE"] = "4194304"
#          ^^^^^^^^^^^^^^^ warning torch/environment-variable: NCCL_BUFFSIZE has no effect on ascend-910b2; its counterpart is
algorithm = os.getenv("NCCL_ALGO")
#                     ^^^^^^^^^^^ information torch/environment-variable: NCCL_ALGO has no effect on ascend-910b2
os.environ["PYTORCH_CUDA_ALLOC_CONF"] = "expandable_segments:True"
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/environment-variable: PYTORCH_CUDA_ALLOC_CONF has no effect on ascend-910b2; its
