"""unseal against the least that a program could do, and against others that decrypt."""

from groups.seal import compared
from results import Group
from setting import Setting


def measured(setting: Setting) -> Group:
    return compared(setting, "unseal", "open")
