#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import lightning as L
import pytorch_lightning as pl
from lightning.fabric import Fabric
from pytorch_lightning.trainer import Trainer

kind = "gpu"
first = pl.Trainer(accelerator="gpu", devices=8)
#                  ^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2: torch.npu
#                  ^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300: torch.tpu
second = Trainer(max_epochs=3, accelerator="cuda")
#                              ^^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2
#                              ^^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
third = L.Trainer(devices="auto", accelerator="auto")
#                                 ^^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @ascend-910b2: the CPU
#                                 ^^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @sophgo-sc11-fp300: the CPU
fourth = L.pytorch.Trainer(max_epochs=3)
#        ^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @ascend-910b2: "auto"
#        ^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @sophgo-sc11-fp300: "auto"
fifth = Fabric(kind, devices=2)
#              ^^^^ error torch/lightning-trainer @ascend-910b2
#              ^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
strategy = pl.strategies.DDPStrategy(accelerator="gpu", find_unused_parameters=True)
#                                    ^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2: raises an exception
#                                    ^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
sixth = pl.Trainer(strategy=strategy, devices=4)
of_the_first = pl.Trainer(gpus=2, precision=16)
#                         ^^^^^^ error torch/lightning-trainer @ascend-910b2: gpus=2 asks Lightning 1 for CUDA's devices
#                         ^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300: Lightning 2 has no such argument
by_list = pl.Trainer(gpus=[0, 1])
#                    ^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2: gpus=… asks
#                    ^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
by_option = pl.Trainer(gpus=parse().gpus)
#                      ^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @ascend-910b2: gpus=… asks
#                      ^^^^^^^^^^^^^^^^^ warning torch/lightning-trainer @sophgo-sc11-fp300
sharded = L.Fabric(devices=2, strategy="fsdp")
#                             ^^^^^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2: takes strategy="fsdp" with CUDA alone
#                             ^^^^^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
staged = pl.Trainer(accelerator="auto", strategy="deepspeed_stage_3")
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @ascend-910b2
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/lightning-trainer @sophgo-sc11-fp300
