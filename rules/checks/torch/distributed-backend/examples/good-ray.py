#! {"targets": ["ascend-910b2"]}
from ray.util.collective import create_collective_group


def join(actors, options) -> None:
    create_collective_group(actors, len(actors), list(range(len(actors))), "gloo", "steps")
    create_collective_group(actors, len(actors), list(range(len(actors))), backend="HCCL")
    create_collective_group(actors, **options)
