#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import argparse

import pytorch_lightning as pl
from lightning.fabric import Fabric
from transformers import Trainer

from devices import MyAccelerator

parser = argparse.ArgumentParser()
parser.add_argument("--accelerator")
args = parser.parse_args()

options = {"accelerator": MyAccelerator()}
by_object = pl.Trainer(accelerator=MyAccelerator(), devices=8, strategy="ddp")
on_the_host = pl.Trainer(accelerator="cpu")
chosen_by_the_user = pl.Trainer(accelerator=args.accelerator)
by_options = pl.Trainer(**options)
by_strategy = pl.Trainer(strategy=pl.strategies.DDPStrategy(MyAccelerator()))
fabric = Fabric("cpu")
of_others = Trainer(model=None)
of_the_first = pl.Trainer(gpus=0)
none_of_the_first = pl.Trainer(gpus=None)
own_sharded = pl.Trainer(accelerator=MyAccelerator(), strategy="fsdp")
