#! {"targets": ["ascend-910b2"]}
import lightning as L
from lightning.pytorch.cli import LightningCLI
from lightning.pytorch.strategies import DDPStrategy, DeepSpeedStrategy, FSDPStrategy

sharded = FSDPStrategy(sharding_strategy="FULL_SHARD")
first = L.Trainer(devices=8, strategy=sharded)
#                            ^^^^^^^^^^^^^^^^ error torch/lightning-trainer: takes strategy=FSDPStrategy() with CUDA alone
second = L.Trainer(accelerator="auto", strategy=DeepSpeedStrategy(stage=3))
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/lightning-trainer: raises an exception
third = L.Trainer(devices=4, strategy=DDPStrategy(find_unused_parameters=True))
#       ^^^^^^^^^ warning torch/lightning-trainer: takes the CPU

cli = LightningCLI(object, trainer_defaults={"max_epochs": 3, "accelerator": "gpu"})
#                                                             ^^^^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer: finds no device
other = LightningCLI(object, trainer_defaults=dict(accelerator="cuda"))
#                                                  ^^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer: finds no device
