"""Writes torch_layers.json: PyTorch's GRU and layer normalization, for TorchFixtureTests.

PyTorch keeps a gate's weights as rows, in the order r, z, n; here they are columns in our order z, r, n.

Run with PyTorch:  python torch_layers.py
"""
import json
import os

import torch

torch.manual_seed(3)


def tensor(array):
    array = array.detach()
    return {"shape": list(array.shape), "values": [float(f"{v:.9g}") for v in array.reshape(-1).tolist()]}


def reordered(rows):
    """(3 · units, …) in the order r, z, n to (…, 3 · units) in the order z, r, n."""
    reset, update, candidate = rows.chunk(3)
    return torch.cat([update, reset, candidate]).movedim(0, -1)


def gru():
    layer = torch.nn.GRU(2, 3, batch_first=True)
    x = torch.randn(3, 4, 2, requires_grad=True)
    output, _ = layer(x)
    (output * output).sum().backward()
    biases = lambda ih, hh: torch.stack([reordered(ih), reordered(hh)])
    weights = [reordered(layer.weight_ih_l0), reordered(layer.weight_hh_l0), biases(layer.bias_ih_l0, layer.bias_hh_l0)]
    gradients = [
        reordered(layer.weight_ih_l0.grad), reordered(layer.weight_hh_l0.grad),
        biases(layer.bias_ih_l0.grad, layer.bias_hh_l0.grad)]
    return case("GRU", x, weights, output, gradients)


def layer_norm():
    layer = torch.nn.LayerNorm(5)
    torch.nn.init.normal_(layer.weight)
    torch.nn.init.normal_(layer.bias)
    x = (0.01 * torch.randn(3, 4, 5)).requires_grad_()
    output = layer(x)
    (output * output).sum().backward()
    return case("LayerNorm", x, [layer.weight, layer.bias], output, [layer.weight.grad, layer.bias.grad])


def case(kind, x, weights, output, gradients):
    return {
        "kind": kind, "x": tensor(x), "weights": [tensor(w) for w in weights], "output": tensor(output),
        "inputGradient": tensor(x.grad), "gradients": [tensor(g) for g in gradients]}


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch_layers.json")
with open(path, "w") as file:
    json.dump({"cases": [gru(), layer_norm()]}, file, separators=(",", ":"))
    file.write("\n")
