"""A list without rows says what that means, and the way on."""

from accounts.business_day import utc_now
from accounts.models import Store
from menu.models import MenuItem
from tables.models import ServiceCall, Tablet
from tests.admin.office import Office


def shown(office: Office, model: type, **asked: str) -> str:
    return office.list(model, **asked).content.decode()


def test_nothing_found_leads_to_everything(manager: Office, store: Store) -> None:
    page = shown(manager, MenuItem, q="nothing like it")
    assert "Nothing found." in page
    assert 'href="?">Show all' in page


def test_nothing_yet_is_not_a_search_that_failed(manager: Office, store: Store) -> None:
    ServiceCall.objects.all().delete()
    page = shown(manager, ServiceCall)
    assert "Nothing here yet." in page
    assert 'name="action"' not in page


def test_no_tablet_leads_to_where_one_is_connected(manager: Office, store: Store) -> None:
    Tablet.objects.update(revoked_at=utc_now())
    page = shown(manager, Tablet)
    assert "No tablet is connected." in page
    assert 'class="button button--primary" href="/admin/tables/table/"' in page
