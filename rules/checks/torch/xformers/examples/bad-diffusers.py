#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
from diffusers import StableDiffusionPipeline, UNet2DConditionModel


def load(path, wants_xformers):
    unet = UNet2DConditionModel.from_pretrained(path)
    pipe = StableDiffusionPipeline.from_pretrained(path, unet=unet)
    if wants_xformers:
        unet.enable_xformers_memory_efficient_attention()
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @ascend-910b2: enable_npu_flash_attention
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @sophgo-sc11-fp300
        pipe.enable_xformers_memory_efficient_attention()
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @ascend-910b2
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning torch/xformers @sophgo-sc11-fp300
    return pipe
