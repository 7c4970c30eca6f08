#! {"targets": ["ascend-910b2"]}
sleep 1; nvidia-smi -l 1
#        ^^^^^^^^^^ warning torch/nvidia-tools: npu-smi info
if nvidia-smi; then
#  ^^^^^^^^^^ information torch/nvidia-tools: the command is not found
    docker run -it --gpus all trainer python train.py
#                  ^^^^^^ warning torch/nvidia-tools: /dev/davinci0
fi
docker run --runtime=nvidia trainer
#          ^^^^^^^^^^^^^^^^ warning torch/nvidia-tools: NVIDIA's runtime
sudo nvidia-docker run trainer
#    ^^^^^^^^^^^^^ warning torch/nvidia-tools: ASCEND_VISIBLE_DEVICES
