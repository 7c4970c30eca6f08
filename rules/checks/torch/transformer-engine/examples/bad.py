#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import torch
import transformer_engine.pytorch as te
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/transformer-engine @ascend-910b2: MindSpeed
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error torch/transformer-engine @sophgo-sc11-fp300: Nothing is known

layer = te.Linear(8, 8)
