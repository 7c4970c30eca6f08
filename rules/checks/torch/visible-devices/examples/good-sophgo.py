#! {"targets": ["sophgo-sc11-fp300"]}
import os

os.environ["OMP_NUM_THREADS"] = "4"
