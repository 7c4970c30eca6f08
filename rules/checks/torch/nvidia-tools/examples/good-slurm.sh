#! {"targets": ["ascend-910b2"]}
#SBATCH --gres=npu:8
#SBATCH --cpus-per-task=8
# SBATCH --gres=gpu:8
##SBATCH --gpus=8

srun --label python train.py --gpus 4
srun -p train python train.py --gres=gpu:8
sbatch job.sh --gpus=8
srun --gres=gpu:0 python collect.py
