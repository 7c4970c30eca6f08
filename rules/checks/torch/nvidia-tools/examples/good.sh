#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
npu-smi info
echo nvidia-smi
docker run --device /dev/davinci0 trainer --gpus-per-node 8
docker build --tag gpus .
docker run -it --rm trainer --gpus 4
docker run -v /data:/data trainer train.py --gpus 4
