#! {"targets": ["ascend-310p", "ascend-910b2", "sophgo-sc11-fp300"]}
import deepspeed

from options import args

plain = {
    "train_micro_batch_size_per_gpu": 8,
    "optimizer": {"type": "AdamW", "params": {"lr": 1e-4}},
    "bf16": {"enabled": args.bf16},
    "zero_optimization": {"stage": args.stage},
}
changed_afterwards = {
    "train_micro_batch_size_per_gpu": 8,
    "optimizer": {"type": "Lion"},
    "zero_optimization": {"allgather_partitions": True, "offload_optimizer": {"device": args.device}},
    "fp16": {"enabled": True},
    "amp": {"enabled": True},
}
changed_afterwards["amp"] = {"enabled": False}
for_inference = {"train_batch_size": 1, "zero_optimization": {"stage": 3}}
of_something_else = {"bf16": {"enabled": True}, "optimizer": {"type": "lamb"}}
engine = deepspeed.initialize(config=plain)
