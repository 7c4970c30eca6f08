#! {"targets": ["sophgo-sc11-fp300"]}
sleep 1; nvidia-smi
#        ^^^^^^^^^^ warning torch/nvidia-tools: bm-smi
docker run --runtime nvidia trainer
#          ^^^^^^^^^ warning torch/nvidia-tools: --privileged
docker run -v /data:/data --rm --gpus=1 trainer
#                              ^^^^^^^^ warning torch/nvidia-tools: --privileged
