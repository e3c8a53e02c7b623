"""What is measured: a module a group, each with `measured(setting)`. Here they stand in the order of the tables."""

from collections.abc import Callable

from groups import latency, memory, progress, redact, seal, start, tail, threads, unseal, validate, worst
from results import Group
from setting import Setting

GROUPS: dict[str, Callable[[Setting], Group]] = {
    module.__name__.rpartition(".")[2]: module.measured
    for module in [redact, seal, unseal, validate, tail, start, latency, threads, progress, worst, memory]
}
