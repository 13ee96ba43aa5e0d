"""Whoever manages several stores looks at one of them, or at all."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.models import Store
from accounts.pages import Page, Section, register_page
from accounts.reach import CHOSEN_STORE, Reach, reach_of

MOST_STORES = 500


def stores_in_reach(request: HttpRequest) -> list[Store]:
    """The stores that this person looks at: the chosen one, the only one, or all of theirs, by name."""
    return list(reach_of(request).within(Store.objects.order_by("name", "id"), "pk")[:MOST_STORES])


def stores_to_choose(request: HttpRequest) -> list[Store]:
    """What to choose from; nothing for a manager of one store."""
    reach = reach_of(request)
    if not reach.everything and len(reach.managed) < 2:
        return []
    everywhere = Reach(everything=reach.everything, managed=reach.managed)
    return list(everywhere.within(Store.objects.order_by("name", "id"), "pk")[:MOST_STORES])


@require_POST
def choose_store(request: HttpRequest) -> HttpResponse:
    """Look at one store from now on, or at all again; a page that is not of the store leads home."""
    wanted = request.POST.get("store", "")
    known = {str(store.pk) for store in stores_to_choose(request)}
    request.session[CHOSEN_STORE] = wanted if wanted in known else ""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if safe else reverse("admin:index"))


register_page(Page("choose-store/", "choose_store", choose_store, Section.STORE))
