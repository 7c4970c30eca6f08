#! {"targets": ["ascend-310p", "sophgo-sc11-fp300"]}
import deepspeed

zero = {"stage": 3, "offload_param": {"device": "cpu"}}
#       ^^^^^^^^^^ error torch/training-config @sophgo-sc11-fp300: ZeRO stage 3


def train_config(batch):
    return {
        "train_micro_batch_size_per_gpu": batch,
        "zero_optimization": zero,
        "optimizer": {"type": "OneBitAdam", "params": {"comm_backend_name": "nccl"}},
        #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/training-config @ascend-310p: 1-bit Adam
        #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/training-config @sophgo-sc11-fp300: 1-bit Adam
    }


def evaluation_config():
    return dict(config={
        "zero_optimization": zero,
        "steps_per_print": 10,
        "bf16": {"enabled": True},
        #        ^^^^^^^^^^^^^^^ error torch/training-config @ascend-310p: bf16.enabled: True
    })


engine = deepspeed.initialize(config=train_config(8))
