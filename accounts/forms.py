"""Forms of the back office: a row's references stay in its own store."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.auth.forms import UserCreationForm, UsernameField
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.models import MENU_LANGUAGES, Role, User
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

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=list(MENU_LANGUAGES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the menu is written in."),
    )


class MembershipForm(ScopedForm):
    """Who works in a store as what. Only an owner makes owners."""

    reach = Reach()

    def has_changed(self) -> bool:
        """A new one always has: Django takes a preset store and role, left as they are, for an empty row."""
        return bool(self.instance._state.adding) or super().has_changed()

    def clean(self) -> dict[str, Any]:
        """Refuse to make somebody an owner for anybody but an owner."""
        cleaned = super().clean()
        store_id = cleaned["store"].pk if cleaned.get("store") else self.instance.store_id
        if cleaned.get("role") == Role.OWNER and store_id and not self.reach.owns(store_id):
            self.add_error("role", _("Only an owner can make somebody an owner."))
        return cleaned


class PersonForm(AnyForm):
    """A person's name and whether they may sign in."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")
        field_classes: ClassVar = {"username": UsernameField}


class PersonCreationForm(AnyCreationForm):
    """A new person with their first password."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name")
        field_classes: ClassVar = {"username": UsernameField}
