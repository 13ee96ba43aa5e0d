"""Uploaded files between their preview and their confirmation: kept here, of one person, for an hour."""

import uuid
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.http import Http404

from accounts.business_day import utc_now
from accounts.models import Store, User
from menu.models import PendingImport
from menu.transfer.resources import Options

KEPT = timedelta(hours=1)


@transaction.atomic
def keep_upload(*, store: Store, person: User, file_name: str, content: bytes, options: Options) -> PendingImport:
    """Keep the file until it is confirmed. It takes the place of this person's earlier one for the store."""
    PendingImport.objects.filter(created_at__lt=utc_now() - KEPT).delete()
    PendingImport.objects.filter(store=store, person=person).delete()
    return PendingImport.objects.create(
        store=store,
        person=person,
        file_name=file_name[:200],
        content=content,
        hide_missing=options.hide_missing,
        keep_live=options.keep_live,
        created_at=utc_now(),
    )


def kept_upload(*, person: User, stores: list[uuid.UUID], key: uuid.UUID) -> PendingImport:
    """This person's file, of a store that they still manage; raise Http404 for any other, and for an old one."""
    files = PendingImport.objects.select_related("store")
    found = files.filter(pk=key, person=person, store__in=stores, created_at__gte=utc_now() - KEPT).first()
    if found is None:
        raise Http404
    return found


def options_of(pending: PendingImport) -> Options:
    """What the person ticked."""
    return Options(hide_missing=pending.hide_missing, keep_live=pending.keep_live)


def seal(pending: PendingImport, digest: str) -> str:
    """What a confirmation sends back: that this person saw what this file would do."""
    return Signer(salt="menu.transfer").sign(f"{pending.pk}:{digest}")


def digest_seen(pending: PendingImport, sent: str) -> str:
    """What a confirmation says that its sender saw; nothing where it was tampered with or is of another file."""
    try:
        key, _colon, digest = Signer(salt="menu.transfer").unsign(sent).partition(":")
    except BadSignature:
        return ""
    return digest if key == str(pending.pk) else ""
