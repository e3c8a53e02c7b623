"""seal against the least that a program could do, and against others that encrypt."""

import sealing
from results import Group
from setting import Setting


def measured(setting: Setting) -> Group:
    return sealing.measured(setting, "seal", "seal, a token a line")
