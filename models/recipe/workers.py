"""Several processes that train together, started by ``torchrun --nproc_per_node N -m models.recipe.train ...`` (gloo).

They either take their part of every batch and sum the gradients (on a CPU two processes of one thread each are nearly twice as
fast as one, while two threads of one process gain nothing: the matrices are small), or take whole batches and average their
weights every few steps (local SGD, Stich, ICLR 2019): on one GPU a process is held up by starting kernels, and a dozen of them
fill it.
"""

from __future__ import annotations

import os

import torch
from torch import distributed, nn


class Workers:
    """One process among its fellows; alone where torchrun did not start it."""

    def __init__(self) -> None:
        self.size = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        if self.size > 1:
            distributed.init_process_group("gloo")

    def add_gradients(self, network: nn.Module) -> None:
        """Replace the gradients by their sum over all processes."""
        if self.size == 1:
            return
        trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
        for parameter in trained:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
        grads = [parameter.grad for parameter in trained if parameter.grad is not None]
        flat = torch.cat([grad.flatten() for grad in grads])
        distributed.all_reduce(flat)
        for grad, part in zip(grads, flat.split([grad.numel() for grad in grads]), strict=True):
            grad.copy_(part.view_as(grad))

    def average(self, network: nn.Module) -> None:
        """Replace the trained weights by their mean over all processes."""
        if self.size == 1:
            return
        trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
        flat = torch.cat([parameter.detach().flatten() for parameter in trained]).cpu()
        distributed.all_reduce(flat)
        flat = (flat / self.size).to(trained[0].device)
        for parameter, part in zip(trained, flat.split([parameter.numel() for parameter in trained]), strict=True):
            parameter.data.copy_(part.view_as(parameter))
