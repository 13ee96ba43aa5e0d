"""Forms of the back office: a row's references stay in its own store."""

import uuid
import zoneinfo
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.forms import UserCreationForm, UsernameField
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.audit import name_of
from accounts.authority import may_grant
from accounts.models import MENU_LANGUAGES, Membership, Role, User
from accounts.people import change_own_password
from accounts.reach import Reach

if TYPE_CHECKING:
    AnyForm = forms.ModelForm[Any]
    AnyFormSet = forms.BaseInlineFormSet[Any, Any, AnyForm]
    AnyChoiceField = forms.ModelChoiceField[Any]
    AnyCreationForm = UserCreationForm[Any]
else:  # Django's own classes take no type parameters at run time
    AnyForm, AnyFormSet, AnyChoiceField = forms.ModelForm, forms.BaseInlineFormSet, forms.ModelChoiceField
    AnyCreationForm = UserCreationForm


def has_store(model: type[Model]) -> bool:
    """Whether the model's rows name their store themselves."""
    return any(field.name == "store" for field in model._meta.fields)


def label_of(row: Any, reach: Reach) -> str:
    """The row's name, with its store's where rows of several stores stand side by side."""
    return f"{row} · {row.store}" if reach.spans_stores and has_store(type(row)) else str(row)


def refuse_other_stores(form: AnyForm, store_id: uuid.UUID | None) -> None:
    """Add an error wherever the form names a row of a store other than `store_id`."""
    for name, value in list(form.cleaned_data.items()):
        if store_id and getattr(value, "store_id", store_id) != store_id:
            form.add_error(name, _("This belongs to another store."))


class ScopedChoiceField(AnyChoiceField):
    """A choice between rows of several stores, each with its store's name."""

    def label_from_instance(self, obj: Model) -> str:
        """Name the store too."""
        return label_of(obj, Reach(everything=True))


class ScopedForm(AnyForm):
    """A row whose references stay in its own store, which is chosen once."""

    def clean(self) -> dict[str, Any]:
        """Refuse references to another store's rows."""
        super().clean()
        store = self.cleaned_data.get("store")
        refuse_other_stores(self, store.pk if store else getattr(self.instance, "store_id", None))
        return self.cleaned_data

    def _get_validation_exclusions(self) -> set[str]:
        # Django leaves fields that are not in the form out of its checks, and with them every unique constraint that
        # names one: a table's number would be checked by the database alone, whose refusal is a server error.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc] # Django's own, without a stub
        return excluded - {"store"} if getattr(self.instance, "store_id", None) else excluded


class ScopedFormSet(AnyFormSet):
    """Rows edited on their parent's page, which belong to the parent's store."""

    def add_fields(self, form: AnyForm, index: int | None) -> None:
        """Accept keys of rows on this page only; Django accepts any that exists. Say what each input is for: the
        table's heading does so only to the eye.
        """
        super().add_fields(form, index)
        for field in form.fields.values():
            widget: Any = getattr(field.widget, "widget", field.widget)  # the admin wraps a choice of rows
            widget.attrs.setdefault("aria-label", str(field.label or ""))
        key: Any = form.fields["id"]
        key.queryset = self.get_queryset()

    def clean(self) -> None:
        """Refuse references to another store's rows."""
        super().clean()
        for form in self.forms:
            if hasattr(form, "cleaned_data"):
                refuse_other_stores(form, self.instance.store_id)

    def save_new(self, form: AnyForm, commit: bool = True) -> Any:
        """Give the row its parent's store."""
        form.instance.store_id = self.instance.store_id
        return super().save_new(form, commit=commit)


class StoreForm(AnyForm):
    """A store as its manager sets it up."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=[(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones())],
        initial="Asia/Seoul",
        help_text=_("Of the restaurant's clock. Another one moves the hour at which business days begin."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=list(MENU_LANGUAGES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the menu is written in."),
    )


class PersonHereForm(ScopedForm):
    """Somebody who works in a store: their account and their role there, on one page."""

    name = forms.CharField(label=_("Name"), max_length=150, help_text=_("As the team calls them."))
    username = UsernameField(
        label=_("User name"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("What they type to sign in. Letters, digits and @ . + - _ only."),
    )
    has_account = forms.BooleanField(
        label=_("Works in another of my stores"),
        required=False,
        help_text=_("They join with the account and password that they have there."),
    )
    is_active = forms.BooleanField(
        label=_("May sign in"),
        required=False,
        help_text=_("Without it they are signed out everywhere within a second, and cannot sign in until it is back."),
    )

    reach = Reach()
    # Somebody with an account, who joins.
    joining: User | None = None

    class Meta:
        model = Membership
        fields = ("store", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            person = self.instance.user
            held = {"name": person.get_full_name(), "username": person.username, "is_active": person.is_active}
            self.initial.update(held)
        if self.fields.get("role"):
            self._offer_roles()

    def clean(self) -> dict[str, Any]:
        """A role that this person may give, and a name that is free, or belongs to somebody who joins."""
        cleaned = super().clean()
        store_id = cleaned["store"].pk if cleaned.get("store") else self.instance.store_id
        role = cleaned.get("role")
        if role and store_id and not may_grant(self.reach, store_id, role):
            self.add_error("role", _("Only an owner can give this role."))
        if username := cleaned.get("username"):
            self._check_username(username, store_id)
        return cleaned

    def _check_username(self, username: str, store_id: uuid.UUID | None) -> None:
        others = User.objects.exclude(pk=self.instance.user_id).filter(username=username)
        person = others.first()
        known = person if person and self._knows(person) else None
        if self.cleaned_data.get("has_account"):
            self.joining = known
            if known is None:
                self.add_error("username", _("Nobody in your other stores has this user name."))
            elif known.memberships.filter(store=store_id).exists():
                self.add_error("username", _("This person works here already."))
        elif known:
            self.add_error("username", _("%(name)s has this user name already.") % {"name": name_of(known)})
        elif person:
            # Whose it is, and in which store, is not for this person to know.
            self.add_error("username", _("This user name is not free. Choose another."))

    def _knows(self, person: User) -> bool:
        everywhere = Reach(everything=self.reach.everything, managed=self.reach.managed)
        return everywhere.everything or everywhere.within(person.memberships.all(), "store").exists()

    def _offer_roles(self) -> None:
        """Leave out what nobody could choose here; whoever has several stores is told when it does not fit."""
        store_id = self.instance.store_id or self.reach.only_store
        field: Any = self.fields["role"]
        if store_id:
            field.choices = [choice for choice in Role.choices if may_grant(self.reach, store_id, choice[0])]


class AccountForm(AnyForm):
    """An account, as operators see it."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")
        field_classes: ClassVar = {"username": UsernameField}


class AccountCreationForm(AnyCreationForm):
    """A new account with its first password."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name")
        field_classes: ClassVar = {"username": UsernameField}


class OwnPasswordForm(AdminPasswordChangeForm):
    """One's own password, which nobody else knows."""

    def clean(self) -> dict[str, Any]:
        """Not the one that somebody else made."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("new_password1") and cleaned["new_password1"] == cleaned.get("old_password"):
            self.add_error("new_password1", _("Choose another than the present one."))
        return cleaned

    def save(self, commit: bool = True) -> User:
        """Tell the audit trail that it was changed."""
        person: User = self.user
        change_own_password(person=person, password=self.cleaned_data["new_password1"])
        return person
