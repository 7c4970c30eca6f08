#! {"targets": ["ascend-910b2"]}
import lightning as L
from lightning.pytorch.cli import LightningCLI
from lightning.pytorch.strategies import DDPStrategy, FSDPStrategy, SingleDeviceStrategy

from devices import MyAccelerator, make_strategy


class Sharded(FSDPStrategy):
    pass


by_strategy = L.Trainer(strategy=DDPStrategy(accelerator=MyAccelerator()))
by_class = L.Trainer(strategy=Sharded())
by_device = L.Trainer(strategy=SingleDeviceStrategy(device="npu:0"))
by_function = L.Trainer(strategy=make_strategy())
cli = LightningCLI(object, trainer_defaults={"accelerator": "auto", "strategy": "ddp"})
open_cli = LightningCLI(object, trainer_defaults={**make_strategy(), "accelerator": "gpu"})
