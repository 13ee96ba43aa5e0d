"""`manage.py create_store`: an operator opens a restaurant."""

import getpass
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Membership, Store, User
from tables.models import Table
from tests.factories import PASSWORD, UserFactory
from tests.personas import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORE_MANAGER_PASSWORD", PASSWORD)


def create(code: str = "han-river", **options: Any) -> None:
    call_command("create_store", code, **{"name": "Han River", "manager": "mina", **options})


def status_of(nobody: Caller, path: str, **body: Any) -> int:
    answer: int = nobody.post(path, {"store_code": "han-river", **body}).status_code
    return answer


def test_the_manager_and_the_tablets_can_sign_in(nobody: Caller, capsys: pytest.CaptureFixture[str]) -> None:
    create(tables=3, pin="2468")
    assert "Made store 'han-river' with 3 tables." in capsys.readouterr().out
    assert list(Table.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert Membership.objects.get().role == "manager"
    assert status_of(nobody, "/auth/staff/login", username="mina", password=PASSWORD) == 200
    assert status_of(nobody, "/auth/table/login", table_number=3, pin="2468") == 200


def test_a_store_has_a_menu_from_the_first_moment(nobody: Caller) -> None:
    create(tables=1, pin="2468")
    body = {"store_code": "han-river", "table_number": 1, "pin": "2468"}
    token = nobody.post("/auth/table/login", body).json()["access"]
    assert Caller(token).get("/menu").json()["categories"] == []


def test_the_manager_is_not_a_superuser(nobody: Caller) -> None:
    create()
    person = User.objects.get()
    assert (person.is_superuser, person.is_staff, person.is_active) == (False, False, True)


def test_without_tables_there_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    create()
    assert Table.objects.count() == 0
    assert "PIN" not in capsys.readouterr().out


def test_a_pin_is_made_and_shown_when_none_is_given(nobody: Caller, capsys: pytest.CaptureFixture[str]) -> None:
    create(tables=1)
    said = capsys.readouterr().out
    pin = said.partition("PIN is ")[2][:4]
    assert pin.isdigit()
    assert status_of(nobody, "/auth/table/login", table_number=1, pin=pin) == 200


def test_a_given_pin_and_the_password_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    create(tables=1, pin="24681357")
    said = "".join(capsys.readouterr())
    assert "24681357" not in said
    assert PASSWORD not in said


def test_the_password_is_asked_for_when_the_environment_has_none(
    monkeypatch: pytest.MonkeyPatch, nobody: Caller
) -> None:
    monkeypatch.delenv("STORE_MANAGER_PASSWORD")
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "typed-by-hand-42")
    create()
    assert status_of(nobody, "/auth/staff/login", username="mina", password="typed-by-hand-42") == 200


def test_a_person_who_is_there_joins_as_they_are(nobody: Caller, capsys: pytest.CaptureFixture[str]) -> None:
    UserFactory(username="mina")
    create(code="first")
    create()
    assert "mina was there already and keeps their password." in capsys.readouterr().out
    assert User.objects.count() == 1
    assert status_of(nobody, "/auth/staff/login", username="mina", password=PASSWORD) == 200


def refused(**options: Any) -> str:
    """Why it was refused; nothing may have been made."""
    before = (Store.objects.count(), User.objects.count(), Table.objects.count())
    with pytest.raises(CommandError) as refusal:
        create(**options)
    assert (Store.objects.count(), User.objects.count(), Table.objects.count()) == before
    return str(refusal.value)


def test_the_same_store_again_is_refused_and_changes_nothing() -> None:
    create(tables=2, pin="2468")
    Store.objects.update(name="Renamed since")
    assert "There is a store 'han-river' already; nothing was changed." in refused(tables=5)
    assert Store.objects.get().name == "Renamed since"


@pytest.mark.parametrize("code", ["Han", "han river", "", "한강", "x" * 41])
def test_a_bad_code_is_refused(code: str) -> None:
    assert "code:" in refused(code=code)


@pytest.mark.parametrize("name", ["", "x" * 101])
def test_a_bad_name_is_refused(name: str) -> None:
    assert "name:" in refused(name=name)


@pytest.mark.parametrize("manager", ["", "mina kim", "x" * 151])
def test_a_bad_user_name_is_refused(manager: str) -> None:
    assert "username:" in refused(manager=manager)


@pytest.mark.parametrize("password", ["qz7-k", "letmein123", "12345678901"])
def test_a_weak_password_is_refused_and_not_repeated(password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORE_MANAGER_PASSWORD", password)
    reason = refused()
    assert "Nothing was made." in reason
    assert password not in reason


@pytest.mark.parametrize("pin", ["123", "1" * 13, "12a4", "١٢٣٤", " 1234", "12-34"])
def test_a_pin_is_4_to_12_digits(pin: str) -> None:
    assert "--pin must be 4 to 12 digits." in refused(tables=1, pin=pin)


@pytest.mark.parametrize("tables", [-1, 501])
def test_the_number_of_tables_is_bounded(tables: int) -> None:
    assert "--tables must be 0 to 500." in refused(tables=tables, pin="2468")


@pytest.mark.parametrize("missing", ["--name", "--manager"])
def test_name_and_manager_are_required(missing: str) -> None:
    given = {"--name": "Han River", "--manager": "mina"}
    arguments = [part for option, value in given.items() if option != missing for part in (option, value)]
    with pytest.raises(CommandError, match=missing):
        call_command("create_store", "han-river", *arguments)
