"""`infra/ci/restore-drill`: it passes when everything came back, and only then. The drill itself needs an engine."""

import pytest

from tests.pipeline.desk import Desk

# The image's files for a machine: commands that write into a file what a database would keep.
BOX = """
case "$1" in
create) {create} ;;
cp)
    box=${{@: -1}}/infra; mkdir -p "$box"
    printf '#!/bin/bash\\n%s\\n' {deploy} > "$box/deploy"
    printf '#!/bin/bash\\n%s\\n' {manage} > "$box/manage"
    printf '#!/bin/bash\\n%s\\n' {backup} > "$box/backup"
    printf '#!/bin/bash\\n%s\\n' {restore} > "$box/restore"
    chmod +x "$box"/* ;;
volume) if [[ $2 == ls ]]; then printf '%s\\n' drill_database drill_media drill_backups
    else {lose}; fi ;;
compose) [[ " $* " != *" down "* ]] || {down} ;;
esac
"""
USUAL = {
    "create": "echo c-1",
    "deploy": "'true'",
    "manage": "'case $3 in *place_order*) echo 12 > $DESK/orders ;; *) echo imported; "
    "echo rows orders.order $(cat $DESK/orders 2>/dev/null || echo 0); echo files 32 ;; esac'",
    "backup": "'cp $DESK/orders $DESK/kept; echo 2026-11-23T055648Z'",
    "restore": "'cp $DESK/kept $DESK/orders'",
    "lose": 'rm "$DESK/orders"',
    "down": "true",
}


def drill(desk: Desk, **faults: str) -> tuple[int, str]:
    """How it ended, and all that was said."""
    desk.play("docker", "export DESK\n" + BOX.format(**USUAL | faults))
    done = desk.run("restore-drill", DESK=str(desk.folder), TMPDIR=str(desk.folder))
    return done.code, done.said + done.complained


def test_what_comes_back_whole_passes(desk: Desk) -> None:
    code, said = drill(desk)
    assert code == 0, said
    assert "rows orders.order 12" in said
    assert "Everything came back from 2026-11-23T055648Z." in said


def test_everything_but_the_backups_is_lost_in_between(desk: Desk) -> None:
    drill(desk)
    [lost] = [call for call in desk.calls("docker") if call[:2] == ["volume", "rm"]]
    assert lost == ["volume", "rm", "drill_database", "drill_media"]


@pytest.mark.parametrize(
    ("faults", "complaint"),
    [
        ({"create": "exit 1"}, "There is no image"),
        ({"deploy": "'exit 1'"}, "The first release failed"),
        ({"backup": "'exit 1'"}, "The backup failed"),
        ({"restore": "'exit 1'"}, "The restore failed"),
        ({"restore": "'echo 11 > $DESK/orders'"}, "What came back is not what was there"),
        ({"lose": "true"}, "so this drill proves nothing"),
        ({"lose": "exit 1"}, "The volumes could not be lost"),
        ({"manage": "'exit 1'"}, "The store could not be filled"),
        ({"manage": "'echo rows orders.order 0; echo files 0'"}, "No order was stored"),
    ],
)
def test_whatever_goes_wrong_fails_and_is_said(desk: Desk, faults: dict[str, str], complaint: str) -> None:
    code, said = drill(desk, **faults)
    assert code == 1, said
    assert complaint in said
    assert "Everything came back" not in said


def test_the_lost_machine_leaves_nothing_behind(desk: Desk) -> None:
    before = set(desk.folder.iterdir())
    drill(desk, restore="'exit 1'")
    assert {path.name for path in set(desk.folder.iterdir()) - before} <= {"bin", "docker.calls", "kept", "orders"}
    assert [call for call in desk.calls("docker") if "down" in call][-1][-4:] == ["down", "--volumes", "--timeout", "2"]
