"""Optical flow by a small residual network: features, a correlation, a flow field, and the frame warped by it."""

import torch
from torch import nn
from torch.nn import functional as F


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(outputs)
        self.skip = nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        inner = F.hardswish(self.first_norm(self.first(x)))
        return F.hardswish(self.second_norm(self.second(inner)) + self.skip(x))


class FlowNet(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, width, 7, 2, 3), nn.PReLU(width), nn.MaxPool2d(3, 2, 1, ceil_mode=True), Residual(width, 2 * width, 2)
        )
        self.estimate = nn.Sequential(
            nn.Conv2d(4 * width, 2 * width, 3, 1, 2, dilation=2), nn.InstanceNorm2d(2 * width, affine=True), nn.ELU(),
            nn.Conv2d(2 * width, 2, 3, 1, 1),
        )

    def forward(self, previous, current):
        before, after = self.features(previous), self.features(current)
        flow = self.estimate(torch.cat((before, after), dim=1))
        flow = F.interpolate(flow, size=previous.shape[-2:], mode="bicubic", align_corners=False)
        rows = torch.linspace(-1, 1, previous.shape[-2])
        columns = torch.linspace(-1, 1, previous.shape[-1])
        y, x = torch.meshgrid(rows, columns, indexing="ij")
        grid = torch.stack((x, y), dim=-1).unsqueeze(0) + flow.permute(0, 2, 3, 1)
        return F.grid_sample(previous, grid, mode="bilinear", padding_mode="border", align_corners=True), flow
