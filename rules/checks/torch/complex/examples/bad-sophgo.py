#! {"targets": ["sophgo-sc11-fp300", "ascend-910b2"]}
import torch


def magnitudes(audio: torch.Tensor, window: torch.Tensor):
    spectrum = torch.stft(audio, 400, 160, window=window, return_complex=True)
#              ^^^^^^^^^^ warning torch/complex @sophgo-sc11-fp300: another type raises
    return spectrum.abs(), torch.fft.irfft(spectrum)
