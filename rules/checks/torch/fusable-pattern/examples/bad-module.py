#! {"targets": ["ascend-910b2"]}
from torch import nn

norm = nn.RMSNorm(64)
#      ^^^^^^^^^^ hint torch/fusable-pattern @ascend-910b2: several operators
