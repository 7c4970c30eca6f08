#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
import horovod.torch as hvd
#      ^^^^^^^^^^^^^^^^^^^^ error torch/horovod @ascend-910b2: "hccl"
#      ^^^^^^^^^^^^^^^^^^^^ error torch/horovod @sophgo-sc11-fp300: "sccl"

hvd.init()
