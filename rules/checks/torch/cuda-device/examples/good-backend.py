#! {"targets": ["ascend-910b2"]}
installed = {"backend": "cuda", "asked": "auto"}


def build(backend: str = "cuda") -> None:
    print(backend)


build(backend="cuda")
