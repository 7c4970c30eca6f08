#! {"targets": ["ascend-910b2"]}
import torch
from transformers import AutoModelForCausalLM, BitsAndBytesConfig
#                                              ^^^^^^^^^^^^^^^^^^ warning torch/cuda-library: transformers.BitsAndBytesConfig is for bitsandbytes, which does not run on ascend-910b2

config = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16)
model = AutoModelForCausalLM.from_pretrained("model", quantization_config=config)
