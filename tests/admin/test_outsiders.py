"""A manager of one restaurant against every page of every model of another's: nothing shown, nothing changed."""

import uuid
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import ForeignKey, Model
from django.forms import ModelChoiceField
from django.test import Client

from accounts.models import EndedSignIn, Membership, OpeningWindow, Role, SpecialDay, Store, User
from accounts.scoping import OperatorAdmin, ScopedAdmin
from menu.models import MenuItem, PendingImport
from orders.models import OrderLine, OrderStep, SalesFigure, SalesSubject, SalesSummary, WithdrawnKey
from tables.models import SessionStep, TableChange, Tablet
from tests.admin.conftest import person
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows

MARK = "ELSEWHERE"
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
MODELS = [pytest.param(model, id=model._meta.model_name) for model in REGISTERED]
every_model = pytest.mark.parametrize("model", MODELS)
FOR_OPERATORS = [model for model in REGISTERED if isinstance(admin.site.get_model_admin(model), OperatorAdmin)]
every_manager_s_model = pytest.mark.parametrize(
    "model", [pytest.param(model, id=model._meta.model_name) for model in REGISTERED if model not in FOR_OPERATORS]
)


def as_stored(row: Model) -> dict[str, Any]:
    """Every column of the row."""
    return type(row)._default_manager.filter(pk=row.pk).values().get()


def nothing_of(rows: Rows, page: Any) -> bool:
    """Whether neither a text nor a key of `rows` is on the page."""
    body = page.content.decode()
    return MARK not in body and not any(str(row.pk) in body for row in rows.values() if isinstance(row.pk, uuid.UUID))


def does_not_exist(office: Office, answer: Any, elsewhere: Rows) -> bool:
    """Whether the answer is the one for a row that never was: back to the front page, naming nothing but the key."""
    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    front = office.get("/admin/")
    return "doesn’t exist" in front.content.decode() and MARK not in front.content.decode()


def test_every_model_is_registered_or_stands_on_the_page_of_one_that_is() -> None:
    inline = {inline.model for pages in admin.site._registry.values() for inline in pages.inlines}
    ours = {
        model for app in ("accounts", "menu", "tables", "orders") for model in apps.get_app_config(app).get_models()
    }
    # A file that waits for its confirmation is on the page of imports, and its person's alone.
    # A table's change is noted for the second until screens are told of it. Summaries are a copy, to reports alone.
    # An ended sign-in and a withdrawn key are nothing to see: they only end what they name.
    # Lines and steps are told by the page of their order or session. A store's hours have a page together.
    hidden = {EndedSignIn, WithdrawnKey, PendingImport, TableChange, SalesSummary, SalesSubject, SalesFigure}
    told = {OrderLine, OrderStep, SessionStep, OpeningWindow, SpecialDay}
    assert ours - hidden - told == (set(REGISTERED) | inline) - told


@every_model
def test_every_registered_model_has_scoped_pages(model: type[Model]) -> None:
    assert isinstance(admin.site.get_model_admin(model), ScopedAdmin)


@every_manager_s_model
def test_lists_filters_counts_and_searches_show_only_their_own(
    manager: Office, here: Rows, elsewhere: Rows, model: type[Model]
) -> None:
    plain = manager.list(model)
    assert [row.pk for row in plain.context_data["cl"].queryset if row.pk == here[model].pk] == [here[model].pk]
    for query in ({}, {"all": ""}, {"_facets": "True"}, {"_popup": "1"}):
        assert nothing_of(elsewhere, manager.list(model, **query)), query
    if plain.context_data["cl"].search_fields:
        found = manager.list(model, q=MARK)
        assert not found.context_data["cl"].queryset.exists()


@every_manager_s_model
def test_a_filter_s_parameter_cannot_name_another_store_s_row(
    manager: Office, elsewhere: Rows, here: Rows, model: type[Model]
) -> None:
    for field in model._meta.fields:
        if isinstance(field, ForeignKey) and field.remote_field.model in elsewhere:
            strange = elsewhere[field.remote_field.model]
            answer = manager.list(model, **{f"{field.name}__{strange._meta.pk.name}__exact": str(strange.pk)})
            assert answer.status_code in (200, 400)
            assert MARK not in answer.content.decode()


@every_manager_s_model
def test_no_column_can_be_guessed_through_the_address(manager: Office, here: Rows, model: type[Model]) -> None:
    hashes = ("pin__startswith", "secret_hash__startswith", "password__startswith", "user__password__startswith")
    others = ("store__code__startswith", "store__name__gt", "memberships__role", "memberships__store__code")
    for lookup in (*hashes, *others):
        assert manager.list(model, **{lookup: "a"}).status_code == 400


@every_manager_s_model
def test_a_row_s_own_pages_do_not_exist(manager: Office, here: Rows, elsewhere: Rows, model: type[Model]) -> None:
    row, own = elsewhere[model], here[model]
    before = as_stored(row)
    for page in ("change", "history", "delete"):
        answer = manager.get(page_of(model, page, row))
        assert answer.status_code == 403 or does_not_exist(manager, answer, elsewhere)
    sent = fields_of(manager.get(page_of(model, "change", own)))
    for post in (lambda: manager.client.post(page_of(model, "change", row), sent), lambda: manager.delete(row)):
        answer = post()
        assert answer.status_code == 403 or does_not_exist(manager, answer, elsewhere)
    assert as_stored(row) == before


@every_model
def test_actions_leave_another_store_s_rows_alone(
    manager: Office, superuser: Office, here: Rows, elsewhere: Rows, model: type[Model]
) -> None:
    row = elsewhere[model]
    before = as_stored(row)
    form = superuser.list(model).context_data["action_form"]
    offered = [name for name, _label in form.fields["action"].choices] if form else []
    for action in {*offered, "delete_selected", "revoke"} - {""}:
        for fields in ({"post": "yes"}, {"post": "yes", "index": "0"}):
            assert MARK not in manager.act(action, row, **fields).content.decode()
    assert as_stored(row) == before


@every_manager_s_model
def test_a_row_s_own_pages_name_nothing_of_another_store(
    manager: Office, here: Rows, elsewhere: Rows, model: type[Model]
) -> None:
    for page in ("change", "history", "delete"):
        answer = manager.get(page_of(model, page, here[model]))
        assert answer.status_code in (200, 403)
        assert nothing_of(elsewhere, answer), page
    adding = manager.get(page_of(model, "add"))
    assert adding.status_code in (200, 403)
    assert nothing_of(elsewhere, adding)


def choices_on(page: Any) -> dict[str, type[Model]]:
    """The page's drop-downs of rows, its inline rows' too: their names and what they choose from."""
    forms = [page.context_data["adminform"].form]
    for inline in page.context_data["inline_admin_formsets"]:
        if inline.has_add_permission or inline.has_change_permission:
            forms += inline.formset.forms
    found = {}
    for form in forms:
        for name, field in form.fields.items():
            if isinstance(field, ModelChoiceField) and not field.widget.is_hidden and field.queryset is not None:
                found[form.add_prefix(name)] = field.queryset.model
    return found


@every_manager_s_model
@pytest.mark.parametrize("page", ["add", "change"])
def test_a_forged_choice_is_refused(
    manager: Office, here: Rows, elsewhere: Rows, model: type[Model], page: str
) -> None:
    address = page_of(model, page, here[model] if page == "change" else None)
    shown = manager.get(address)
    if shown.status_code == 403 or not shown.context_data["has_change_permission"]:
        assert manager.client.post(address, {}).status_code == 403
        return
    before = model._default_manager.count()
    for name, chosen_from in choices_on(shown).items():
        refused = manager.client.post(address, fields_of(shown) | {name: str(elsewhere[chosen_from].pk)})
        assert "Select a valid choice" in str(errors_of(refused)[name])
        assert MARK not in refused.content.decode()
    assert model._default_manager.count() == before


@every_model
def test_autocompletion_offers_nothing_of_another_store(
    manager: Office, here: Rows, elsewhere: Rows, model: type[Model]
) -> None:
    for field in model._meta.fields:
        if isinstance(field, ForeignKey):
            asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field.name}
            for term in ("", MARK):
                answer = manager.get("/admin/autocomplete/", term=term, **asked)
                # 404 where the other model has nothing to search by, 403 where it is operators' alone
                assert answer.status_code in (200, 403, 404)
                assert MARK not in answer.content.decode()


@every_model
def test_staff_and_strangers_see_no_page(here: Rows, store: Store, model: type[Model]) -> None:
    staff = Office(person(Role.STAFF, store))
    addresses = [page_of(model, "changelist"), page_of(model, "add")]
    addresses += [page_of(model, page, here[model]) for page in ("change", "delete", "history")]
    for address in addresses:
        for answer in (staff.get(address), staff.client.post(address, {}), Client().get(address)):
            assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("model", FOR_OPERATORS)
def test_what_operators_have_is_no_manager_s(manager: Office, owner: Office, here: Rows, model: type[Model]) -> None:
    for office in (manager, owner):
        for address in (page_of(model, "changelist"), page_of(model, "change", here[model])):
            # An order's page links to whoever placed it: a manager is led to People (tests/admin/test_people.py).
            assert office.get(address).status_code == (302 if model is User and "change/" in address else 403)
            assert office.client.post(address, {}).status_code == 403


@every_model
def test_a_superuser_sees_both_stores_rows(superuser: Office, here: Rows, elsewhere: Rows, model: type[Model]) -> None:
    shown = {row.pk for row in superuser.list(model).context_data["cl"].queryset}
    assert {here[model].pk, elsewhere[model].pk} <= shown
    assert superuser.get(page_of(model, "change", elsewhere[model])).status_code == 200


def test_a_manager_of_both_stores_can_tell_them_apart(both: Office, here: Rows, elsewhere: Rows) -> None:
    page = both.get(page_of(MenuItem, "add")).content.decode()
    assert "HERE 찌개 · HERE store" in page
    assert "ELSEWHERE 찌개 · ELSEWHERE store" in page
    shown = both.list(MenuItem).content.decode()
    assert "field-store" in shown


def test_an_inline_row_of_another_store_cannot_be_taken_over(manager: Office, here: Rows, elsewhere: Rows) -> None:
    item = here[MenuItem]
    page = manager.get(page_of(MenuItem, "change", item))
    strange = elsewhere[MenuItem].group_links.get()
    refused = manager.client.post(
        page_of(MenuItem, "change", item), fields_of(page) | {"group_links-0-id": str(strange.pk)}
    )
    assert "Select a valid choice" in str(errors_of(refused))
    assert as_stored(strange)["menu_item_id"] == elsewhere[MenuItem].pk


def test_a_person_of_both_stores_is_shown_as_they_are_here_only(
    manager: Office, store: Store, other_store: Store
) -> None:
    shared = person(Role.STAFF, store, username="shared")
    Membership.objects.create(store=other_store, user=shared, role=Role.OWNER)
    here = Membership.objects.get(user=shared, store=store)
    for page in (manager.list(Membership), manager.get(page_of(Membership, "change", here))):
        body = page.content.decode()
        assert "shared" in body
        assert MARK not in body


def test_another_store_s_tablet_is_not_revoked(manager: Office, elsewhere: Rows) -> None:
    manager.act("revoke", elsewhere[Tablet], sure="yes")
    assert as_stored(elsewhere[Tablet])["revoked_at"] is None
