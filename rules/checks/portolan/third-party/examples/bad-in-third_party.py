#! {"targets": ["ascend-910b2"]}
#! warning portolan/third-party: project's code (third_party): 3 findings for ascend-910b2 (2 errors, 1 note)
import torch


def bench(run):
    torch.cuda.set_device(0)
    run()
    torch.cuda.synchronize()
    torch.cuda.empty_cache()
