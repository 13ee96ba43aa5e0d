"""Back office: the menu as a file."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.chosen_store import stores_in_reach
from accounts.models import Store
from accounts.pages import Page, Section, office_page, register_page
from menu.models import PendingImport
from menu.transfer.applying import import_menu, plan_import
from menu.transfer.forms import UploadForm
from menu.transfer.guide import columns_explained
from menu.transfer.pending import digest_seen, keep_upload, kept_upload, options_of, seal
from menu.transfer.planning import Plan
from menu.transfer.sample import sample_menu
from menu.transfer.stored import StoredMenu, stored_menu
from menu.transfer.turns import one_at_a_time
from menu.transfer.writing import menu_as_csv, menu_as_xlsx

SHOWN = 200  # rows of each table; a file has up to thirty thousand
FORMATS: dict[str, tuple[Callable[[StoredMenu], bytes], str]] = {
    "xlsx": (menu_as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (menu_as_csv, "text/csv; charset=utf-8"),
}


def transfer_page(request: HttpRequest) -> HttpResponseBase:
    """What can be downloaded, and where a file is uploaded."""
    store = only_store(request)
    if store is None:
        context: dict[str, Any] = {"stores_to_choose": stores_in_reach(request)}
        return office_page(request, "menu/transfer.html", title=_("Import and export"), **context)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        return _upload(request, store, form)
    return _page(request, form)


def only_store(request: HttpRequest) -> Store | None:
    """The store that is looked at; a file is of one."""
    stores = stores_in_reach(request)
    return stores[0] if len(stores) == 1 else None


@one_at_a_time("admin:menu_transfer")
def _upload(request: HttpRequest, store: Store, form: UploadForm) -> HttpResponseBase:
    if not form.is_valid():
        return _page(request, form)
    pending = keep_upload(store=store, person=request.user, **form.upload())  # type: ignore[arg-type] # signed in, by the site
    return HttpResponseRedirect(reverse("admin:menu_import", args=(pending.pk,)))


def _page(request: HttpRequest, form: UploadForm) -> HttpResponse:
    context = {"form": form, "columns": columns_explained()}
    return office_page(request, "menu/transfer.html", title=_("Import and export"), **context)


@require_safe
@one_at_a_time("admin:menu_transfer")
def export_page(request: HttpRequest, what: str, kind: str) -> HttpResponseBase:
    """A file: the store's menu, the sample, or one that is empty."""
    store = only_store(request)
    if store is None or kind not in FORMATS:
        raise Http404
    write, content_type = FORMATS[kind]
    name = f"menu-{slugify(store.code) if what == 'menu' else what}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(write(_menu_for(store, what)), content_type=content_type, headers=headers)


def _menu_for(store: Store, what: str) -> StoredMenu:
    if what == "menu":
        return stored_menu(store)
    if what == "sample":
        return sample_menu()
    if what == "template":
        return StoredMenu(store, {})
    raise Http404


@one_at_a_time("admin:menu_transfer")
def import_page(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """What the uploaded file would do; pressing the button does it."""
    stores = [store.pk for store in stores_in_reach(request)]
    pending = kept_upload(person=request.user, stores=stores, key=key)  # type: ignore[arg-type] # signed in, by the site
    if request.method == "POST":
        return _confirm(request, pending)
    return _preview(request, pending, _plan_of(pending))


def _plan_of(pending: PendingImport) -> Plan:
    return plan_import(store=pending.store, content=bytes(pending.content), options=options_of(pending))


def _confirm(request: HttpRequest, pending: PendingImport) -> HttpResponseBase:
    seen = digest_seen(pending, request.POST.get("seen", ""))
    plan, done = import_menu(
        store=pending.store,
        content=bytes(pending.content),
        options=options_of(pending),
        digest=seen,
        actor=request.user,  # type: ignore[arg-type] # signed in, by the site
        file_name=pending.file_name,
    )
    if not done:
        messages.warning(request, _("The menu has changed meanwhile, so nothing was imported. Please look again."))
        return _preview(request, pending, _plan_of(pending))
    pending.delete()
    counts = {what: plan.count(what) for what in ("added", "changed", "hidden")}
    done_text = _("The menu was imported: %(added)d rows added, %(changed)d changed, %(hidden)d hidden.")
    messages.success(request, done_text % counts)
    return HttpResponseRedirect(reverse("admin:menu_menuitem_changelist"))


def _preview(request: HttpRequest, pending: PendingImport, plan: Plan) -> HttpResponse:
    tables = [
        (label, rows[:SHOWN], len(rows))
        for label, what in ((_("Changed"), "changed"), (_("Hidden"), "hidden"), (_("Added"), "added"))
        if (rows := plan.changes(what))
    ]
    counts = [
        (_("Refused"), len(plan.faults), "bad"),
        (_("Added"), plan.count("added"), "good"),
        (_("Changed"), plan.count("changed"), "warn"),
        (_("Hidden"), plan.count("hidden"), "warn"),
        (_("Unchanged"), plan.unchanged, "muted"),
    ]
    context = {
        "pending": pending,
        "plan": plan,
        "counts": counts,
        "faults": plan.faults[:SHOWN],
        "tables": tables,
        "can_import": plan.does_something and not plan.faults,
        "seen": seal(pending, plan.digest),
    }
    return office_page(request, "menu/import_preview.html", title=_("Check the import"), **context)


register_page(
    Page("menu/transfer/", "menu_transfer", transfer_page, Section.MENU, gettext_lazy("Import and export"), order=80)
)
register_page(Page("menu/transfer/<str:what>.<str:kind>", "menu_export", export_page, Section.MENU))
register_page(Page("menu/transfer/import/<uuid:key>/", "menu_import", import_page, Section.MENU))
