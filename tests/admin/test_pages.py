"""What holds for every page: how many queries a list costs, and that the page's policy lets all of it work."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from tests.admin.office import Office, page_of
from tests.admin.rows import Rows, furnish

MODELS = [pytest.param(model, id=model._meta.label_lower) for model in admin.site._registry]
every_model = pytest.mark.parametrize("model", MODELS)

# What `script-src 'self'; style-src 'self'` does not run.
INLINE = re.compile(r"<style|\sstyle=|<script\b(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE)


def queries_of(office: Office, model: type[Model]) -> int:
    """How many queries the model's list costs."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert office.list(model).status_code == 200
    return len(queries)


@every_model
def test_a_list_costs_as_many_queries_however_many_rows_it_has(superuser: Office, model: type[Model]) -> None:
    for mark in ("FIRST", "SECOND"):
        furnish(mark)
    few = queries_of(superuser, model)
    for number in range(5):
        furnish(f"MORE{number}")
    assert len(superuser.list(model).context_data["cl"].result_list) >= 7
    assert queries_of(superuser, model) == few


@every_model
def test_no_page_holds_a_style_or_script_that_the_policy_refuses(
    superuser: Office, here: Rows, model: type[Model]
) -> None:
    addresses = [page_of(model, "changelist"), page_of(model, "add")]
    addresses += [page_of(model, page, here[model]) for page in ("change", "delete", "history")]
    shown = 0
    for address in addresses:
        page = superuser.get(address)
        shown += page.status_code == 200
        assert not INLINE.findall(page.content.decode()), address
        assert "style-src 'self';" in page.headers["Content-Security-Policy"]
    assert shown >= 3


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/password_change/", "/admin/menu/"])
def test_nor_does_any_other_page(superuser: Office, here: Rows, address: str) -> None:
    superuser_or_not = superuser.client if "login" not in address else type(superuser.client)()
    page = superuser_or_not.get(address)
    assert page.status_code == 200
    assert not INLINE.findall(page.content.decode())
