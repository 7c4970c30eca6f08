#! {"targets": ["ascend-910b2", "sophgo-sc11-fp300"]}
#SBATCH --job-name=train --gres=gpu:a100:8
#                        ^^^^^^^^^^^^^^^^^ warning torch/nvidia-tools @ascend-910b2: "npu"
#                        ^^^^^^^^^^^^^^^^^ information torch/nvidia-tools @sophgo-sc11-fp300: no source names one
#SBATCH --nodes=2

srun -p train --gpus-per-node 8 python train.py --gpus 4
#             ^^^^^^^^^^^^^^^^^ warning torch/nvidia-tools @ascend-910b2: --gres=NAME:COUNT
#             ^^^^^^^^^^^^^^^^^ information torch/nvidia-tools @sophgo-sc11-fp300: --gres=NAME:COUNT
sbatch --gres=gpu:1 -G 4 job.sh --gpus=8
#      ^^^^^^^^^^^^ warning torch/nvidia-tools @ascend-910b2: --gres=gpu:1, -G 4
#      ^^^^^^^^^^^^ information torch/nvidia-tools @sophgo-sc11-fp300: --gres=gpu:1, -G 4
