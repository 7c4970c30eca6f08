#! {"targets": ["sophgo-sc11-fp300"]}
def run(step) -> None:
    try:
        step()
    except RuntimeError as error:
        if "out of memory" not in str(error):
#          ^^^^^^^^^^^^^^^ warning torch/oom-text: On sophgo-sc11-fp300 the error reads "Failed to allocate memory on
            raise
