#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
from transformers import AutoModel

model = AutoModel.from_pretrained("model", attn_implementation="flash_attention_2")
#                                                              ^^^^^^^^^^^^^^^^^^^ error torch/flash-attn @sophgo-sc11-fp300: sdpa
