#! {"targets": ["ascend-910b2"], "shim": "transfer_to_npu"}
import pytorch_lightning as pl

trainer = pl.Trainer(accelerator="gpu", devices=8)
