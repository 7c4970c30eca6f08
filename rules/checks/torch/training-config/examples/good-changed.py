#! {"targets": ["ascend-310p", "sophgo-sc11-fp300"]}
import deepspeed

from options import args

config = {
    "train_micro_batch_size_per_gpu": 8,
    "zero_optimization": {"stage": 3},
    "bf16": {"enabled": True},
}
config.update({"zero_optimization": {"stage": args.stage}, "bf16": {"enabled": args.bf16}})
if args.stage > 1:
    config["amp"] = {"enabled": True}
else:
    config["amp"] = {"enabled": False}
if args.half:
    config["fp16"] = {"enabled": False}
    config["bf16"] = {"enabled": True}
labels = {"optimizer": {"type": "lamb"}}
labels.update({"bf16": {"enabled": True}})
engine = deepspeed.initialize(config=config)
