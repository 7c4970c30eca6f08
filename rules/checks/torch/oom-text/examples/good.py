#! {"targets": ["ascend-910b2"]}
def run(step) -> None:
    try:
        step()
    except RuntimeError as error:
        if "out of memory" not in str(error):
            raise


def test_that_it_gives_up(raised, output) -> None:
    assert "CUDA out of memory" in str(raised.value)
    assert output.code == 1 and "CUDA out of memory" in output.err
