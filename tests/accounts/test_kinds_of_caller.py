"""A tablet calls only the table's endpoints, a person only the staff's: over everything that the document lists."""

import pytest

from tests.personas import Caller, StaffCaller, TabletCaller, codes
from tests.wiring.contract import CLOSED, Operation, faults

pytestmark = pytest.mark.django_db
PERSONS = [operation for operation in CLOSED if "table" not in operation.is_for]
TABLETS = [operation for operation in CLOSED if "staff" not in operation.is_for]


def ask(caller: Caller, operation: Operation) -> int:
    """The status of the call with an empty body and ids of nothing; a refusal must be of the one shape."""
    body = {} if operation.takes_body else None
    answer = caller.request(operation.method.upper(), operation.somewhere(), body)
    status: int = answer.status_code
    if status == 403:
        assert codes(answer) == ["permission_denied"]
        assert faults(answer, operation.method, operation.path) == []
    return status


def test_the_document_has_calls_for_both() -> None:
    assert len(PERSONS) > 10
    assert len(TABLETS) > 5


@pytest.mark.parametrize("operation", PERSONS, ids=str)
def test_a_tablet_may_not_call(operation: Operation, tablet: TabletCaller) -> None:
    assert ask(tablet, operation) == 403


@pytest.mark.parametrize("operation", TABLETS, ids=str)
def test_a_person_may_not_call(operation: Operation, owner: StaffCaller) -> None:
    assert ask(owner, operation) == 403


@pytest.mark.parametrize("operation", CLOSED, ids=str)
def test_whom_it_is_for_may(operation: Operation, owner: StaffCaller, tablet: TabletCaller) -> None:
    callers = {"staff": owner, "table": tablet}
    for role in operation.is_for:
        assert ask(callers[role], operation) not in (401, 403, 405)
