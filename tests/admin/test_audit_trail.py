"""The audit trail's page: readable, searchable, of one's own stores, and nobody's to write."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.audit import record
from accounts.models import AuditEntry, Deed, Role, Store, User
from accounts.trail import sentence_of
from menu.models import MenuItem, Option, OptionGroup
from tests.admin.conftest import person
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows


def lines(office: Office, **query: str) -> list[AuditEntry]:
    return list(office.list(AuditEntry, **query).context_data["cl"].result_list)


@pytest.fixture
def told(manager: Office, owner: Office, here: Rows, elsewhere: Rows) -> list[AuditEntry]:
    """A price that the manager changed, and a table's PIN that the owner set; and one that nobody did."""
    store = here[Store]
    price = {"price": [9000, 9500]}
    return [
        record(store_id=store.pk, actor=manager.user, deed=Deed.CHANGED, target=here[MenuItem], changes=price),
        record(store_id=store.pk, actor=owner.user, deed=Deed.PIN_SET, target_name="Table 3"),
        record(store_id=store.pk, actor=None, deed=Deed.ORDERING_RESUMED, target=store),
    ]


def test_a_line_is_a_sentence(manager: Office, told: list[AuditEntry]) -> None:
    page = manager.list(AuditEntry).content.decode()
    assert "manager-here changed the price of HERE 김치찌개 from ₩9,000 to ₩9,500" in page
    assert "owner-here set a new PIN for Table 3" in page
    assert "The system resumed ordering" in page


def test_the_newest_comes_first(manager: Office, told: list[AuditEntry]) -> None:
    assert lines(manager)[:3] == told[::-1]


def test_it_is_found_by_deed_person_kind_day_and_words(
    manager: Office, owner: Office, told: list[AuditEntry], here: Rows
) -> None:
    price, pin, resumed = told
    assert lines(manager, deed=Deed.PIN_SET) == [pin]
    assert lines(manager, person=str(manager.user.pk)) == [price]
    assert lines(manager, person="system") == [resumed]
    assert lines(manager, kind="menu.menuitem") == [price]
    assert lines(manager, q="김치") == [price]
    assert lines(manager, q="owner-here") == [pin]
    assert lines(manager, at__gte="2100-01-01 00:00+00:00", at__lt="2100-01-02 00:00+00:00") == []


@pytest.mark.parametrize("query", [{"deed": "x"}, {"person": "x"}, {"kind": "x"}, {"person": "not-a-key"}])
def test_a_filter_that_was_not_offered_finds_nothing(
    manager: Office, told: list[AuditEntry], query: dict[str, str]
) -> None:
    assert lines(manager, **query) == []


def test_filters_offer_nobody_and_nothing_of_elsewhere(
    manager: Office, told: list[AuditEntry], elsewhere: Rows
) -> None:
    page = manager.list(AuditEntry).content.decode()
    assert str(manager.user.pk) in page
    assert str(elsewhere[User].pk) not in page
    assert lines(manager, person=str(elsewhere[User].pk)) == []


def test_what_operators_do_that_is_no_store_s_is_theirs_alone(
    manager: Office, superuser: Office, told: list[AuditEntry]
) -> None:
    line = record(store_id=None, actor=superuser.user, deed=Deed.ADDED, target_name="somebody")
    assert line in lines(superuser)
    assert line not in lines(manager)


def test_staff_do_not_see_it(store: Store, told: list[AuditEntry]) -> None:
    staff = Office(person(Role.STAFF, store))
    assert staff.list(AuditEntry).headers["Location"].startswith("/admin/login/")


def test_a_row_s_history_has_its_own_lines_and_those_of_the_rows_on_its_page(
    manager: Office, here: Rows, told: list[AuditEntry]
) -> None:
    group = here[OptionGroup]
    manager.change(group, **{"options-0-price": "700", "max_choices": "3"})
    history = manager.get(page_of(OptionGroup, "history", group)).content.decode()
    assert "manager-here changed the extra price of HERE 순한맛 from ₩0 to ₩700" in history
    assert "manager-here changed the at most of HERE 맵기 from 1 to 3" in history
    assert "PIN" not in history
    assert Option.objects.get(group=group).price == 700


def test_names_are_only_text(manager: Office, here: Rows) -> None:
    manager.change(here[MenuItem], name_ko="<img src=x>", name_en="<b>x</b>")
    for page in (manager.list(AuditEntry), manager.get(page_of(MenuItem, "history", here[MenuItem]))):
        assert "<img src=x>" not in page.content.decode()
        assert "&lt;img src=x&gt;" in page.content.decode()


def test_a_thousand_lines_cost_what_a_few_do(manager: Office, told: list[AuditEntry], here: Rows) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert manager.list(AuditEntry).status_code == 200
        return len(asked)

    few = queries()
    for number in range(120):
        record(store_id=here[Store].pk, actor=manager.user, deed=Deed.ADDED, target_name=f"dish {number}")
    assert queries() == few <= 12


def test_an_entry_s_own_page_is_headed_by_its_sentence(manager: Office, here: Rows) -> None:
    manager.change(here[MenuItem], price="7777")
    entry = AuditEntry.objects.latest("id")
    assert manager.get(page_of(AuditEntry, "change", entry)).context_data["subtitle"] == sentence_of(entry)
