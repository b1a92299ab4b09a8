"""The systemd unit of the README: what it reads, a user without rights of its own may read."""

from pathlib import Path

UNIT = Path(__file__).parents[2] / "deploy" / "hei.service"


def test_what_only_root_may_read_is_handed_over_as_a_credential() -> None:
    """Promise: files installed with mode 600 reach the unit's own user (DynamicUser)."""
    lines = UNIT.read_text("utf-8").splitlines()
    assert "DynamicUser=yes" in lines
    naming = [line for line in lines if "/etc/hei/" in line]
    assert naming
    assert all(line.startswith("LoadCredential=") for line in naming)
    handed = {line.removeprefix("LoadCredential=").partition(":")[0] for line in naming}
    start = next(line for line in lines if line.startswith("ExecStart="))
    assert start.rpartition("%d/")[2] in handed
