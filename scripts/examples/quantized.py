"""A convolutional classifier after quantisation-aware training: weights per channel, activations per tensor, all int8."""

import torch
from torch import nn
from torch.nn import functional as F


class Quantize(nn.Module):
    """Fake quantisation of activations, uint8 with a zero point; exported as QuantizeLinear and DequantizeLinear."""

    def __init__(self, low, high):
        super().__init__()
        self.scale = (high - low) / 255
        self.zero_point = round(-low / self.scale)

    def forward(self, x):
        return torch.fake_quantize_per_tensor_affine(x, self.scale, self.zero_point, 0, 255)


class QuantizedWeight(nn.Module):
    """A weight, fake-quantised symmetrically with one scale for each output channel."""

    def __init__(self, weight):
        super().__init__()
        self.weight = weight
        self.register_buffer("scale", weight.detach().flatten(1).abs().amax(1) / 127)
        self.register_buffer("zero_point", torch.zeros(weight.shape[0], dtype=torch.int32))

    def forward(self):
        return torch.fake_quantize_per_channel_affine(self.weight, self.scale, self.zero_point, 0, -128, 127)


class Convolution(nn.Module):
    def __init__(self, inputs, outputs, stride, groups):
        super().__init__()
        plain = nn.Conv2d(inputs, outputs, 3, groups=groups)
        self.weight, self.bias = QuantizedWeight(plain.weight), plain.bias
        self.stride, self.groups = stride, groups

    def forward(self, x):
        return F.conv2d(x, self.weight(), self.bias, self.stride, 1, 1, self.groups)


class QuantizedNet(nn.Module):
    def __init__(self, width=16, classes=10):
        super().__init__()
        layers = [Quantize(-3.0, 3.0)]
        for inputs, outputs, stride, groups in (
            (3, width, 2, 1), (width, width, 1, width), (width, 2 * width, 1, 1), (2 * width, 4 * width, 2, 1),
        ):
            layers += [Convolution(inputs, outputs, stride, groups), nn.ReLU6(), Quantize(0.0, 6.0)]
        self.layers = nn.Sequential(*layers)
        classify = nn.Linear(4 * width, classes)
        self.weight, self.bias = QuantizedWeight(classify.weight), classify.bias

    def forward(self, image):
        pooled = self.layers(image).mean(dim=(2, 3))
        return F.linear(pooled, self.weight(), self.bias).softmax(-1)
