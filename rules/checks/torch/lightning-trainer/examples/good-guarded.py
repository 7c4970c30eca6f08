#! {"targets": ["ascend-910b2"]}
import pytorch_lightning as pl
import torch

trainer = pl.Trainer(accelerator="gpu" if torch.cuda.is_available() else "cpu")
if torch.cuda.is_available():
    trainer = pl.Trainer(accelerator="gpu", devices=8)
