#! {"targets": ["ascend-910b2"]}
pip install torch==2.7.1 numpy
echo pip install flash-attn
