#! {"targets": ["ascend-910b2"]}
import torch

model = torch.nn.Linear(8, 8)
recorded = torch.compile(model, backend="cudagraphs")
#                               ^^^^^^^^^^^^^^^^^^^^ error torch/compile @ascend-910b2: npugraphs
built = torch.compile(model, backend="tensorrt", options={"truncate_long_and_double": True})
#                            ^^^^^^^^^^^^^^^^^^ error torch/compile @ascend-910b2: another vendor
tuned = torch.compile(model, mode="max-autotune")
#       ^^^^^^^^^^^^^ information torch/compile @ascend-910b2
#                            ^^^^^^^^^^^^^^^^^^^ warning torch/compile @ascend-910b2: reduce-overhead
compiled = model.compile()
#          ^^^^^^^^^^^^^ information torch/compile @ascend-910b2
