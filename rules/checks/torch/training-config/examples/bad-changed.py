#! {"targets": ["ascend-310p", "sophgo-sc11-fp300"]}
import deepspeed

from options import args

config = {
    "train_micro_batch_size_per_gpu": 8,
    "zero_optimization": {"stage": args.stage, "overlap_comm": True},
    "optimizer": {"type": "AdamW"},
}
config.update({"bf16": {"enabled": True}, "optimizer": {"type": "OneBitAdam", "params": {"comm_backend_name": "nccl"}}})
#                       ^^^^^^^^^^^^^^^ error torch/training-config @ascend-310p: bf16.enabled: True
#                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/training-config @ascend-310p: 1-bit Adam
#                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/training-config @sophgo-sc11-fp300: 1-bit Adam
config["zero_optimization"]["stage"] = 3
#                           ^^^^^^^^^^^^ error torch/training-config @sophgo-sc11-fp300: ZeRO stage 3
engine = deepspeed.initialize(config=config)
