"""What stands around every page: where one can go, in which store one looks, in which language."""

import pytest

from accounts.models import Store
from menu.models import MenuItem
from tests.admin.office import Office
from tests.admin.rows import Rows


def places(office: Office) -> set[str]:
    """Where the navigation leads."""
    groups = office.get("/admin/password_change/").context["navigation"]
    return {link.url for group in groups for link in group.links}


def test_the_navigation_has_a_manager_s_tasks_and_not_the_operator_s(manager: Office, superuser: Office) -> None:
    assert {"/admin/menu/menuitem/", "/admin/tables/table/", "/admin/orders/order/"} <= places(manager)
    assert "/admin/orders/storeevent/" not in places(manager)
    assert "/admin/orders/storeevent/" in places(superuser)


def test_the_page_shown_is_marked(manager: Office) -> None:
    groups = manager.list(MenuItem).context_data["navigation"]
    assert [link.url for group in groups for link in group.links if link.current] == ["/admin/menu/menuitem/"]


def test_a_manager_of_one_store_chooses_none(manager: Office, store: Store) -> None:
    page = manager.get("/admin/password_change/")
    assert page.context["stores"] == []
    assert store.name in page.content.decode()


@pytest.mark.parametrize("keeper", ["both", "superuser"])
def test_whoever_has_several_looks_at_one(
    request: pytest.FixtureRequest, keeper: str, here: Rows, elsewhere: Rows
) -> None:
    office: Office = request.getfixturevalue(keeper)
    assert {store.pk for store in office.list(MenuItem).context_data["stores"]} == {
        here[Store].pk,
        elsewhere[Store].pk,
    }
    for rows, others in ((here, elsewhere), (elsewhere, here)):
        chosen = office.client.post("/admin/choose-store/", {"store": rows[Store].pk, "next": "/admin/menu/menuitem/"})
        assert (chosen.status_code, chosen.headers["Location"]) == (302, "/admin/menu/menuitem/")
        shown = set(office.list(MenuItem).context_data["cl"].queryset)
        assert rows[MenuItem] in shown
        assert others[MenuItem] not in shown
    office.client.post("/admin/choose-store/", {"store": ""})
    assert {here[MenuItem], elsewhere[MenuItem]} <= set(office.list(MenuItem).context_data["cl"].queryset)


def test_another_s_store_is_not_chosen(manager: Office, other_store: Store, here: Rows) -> None:
    manager.client.post("/admin/choose-store/", {"store": other_store.pk})
    assert {row.store_id for row in manager.list(MenuItem).context_data["cl"].queryset} == {here[Store].pk}


def test_choosing_leads_to_this_site_only(both: Office, store: Store) -> None:
    away = both.client.post("/admin/choose-store/", {"store": store.pk, "next": "https://elsewhere.example/"})
    assert away.headers["Location"] == "/admin/"
    assert both.get("/admin/choose-store/").status_code == 405


def test_the_language_is_chosen_for_the_back_office_alone(manager: Office) -> None:
    chosen = manager.client.post("/admin/language/", {"language": "ko", "next": "/admin/"})
    assert chosen.status_code == 302
    cookie = manager.client.cookies["backoffice_language"]
    assert (cookie.value, cookie["path"]) == ("ko", "/admin/")
    assert "메뉴" in manager.list(MenuItem).content.decode()


def test_django_s_scripts_count_in_our_korean(manager: Office) -> None:
    manager.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ko"
    catalogue = manager.get("/admin/jsi18n/").content.decode()
    assert "%(cnt)s개 중 %(sel)s개 선택".encode("unicode_escape").decode() in catalogue
    assert "0개 선택" in manager.list(MenuItem).content.decode()
