#! {"targets": ["sophgo-sc11-fp300"]}
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--device", choices=["cpu", "cuda", "tpu"])
