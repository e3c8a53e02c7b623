"""unseal against the least that a program could do, and against others that decrypt."""

import sealing
from results import Group
from setting import Setting


def measured(setting: Setting) -> Group:
    return sealing.measured(setting, "open", "unseal, a token a line")
