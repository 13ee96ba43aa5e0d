"""The upload of a menu."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from menu.transfer.reading import read_file
from menu.transfer.resources import Options
from menu.transfer.sheets import MOST_BYTES


class UploadForm(forms.Form):
    """A file, and what to do with what it does not say."""

    file = forms.FileField(
        label=_("XLSX or CSV file"),
        help_text=_("Up to 10 MB. Nothing changes before you have seen what would."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    hide_missing = forms.BooleanField(
        label=_("Hide what is not in the file"),
        help_text=_("Without this, rows that the file leaves out stay as they are. Nothing is ever deleted."),
        required=False,
    )
    keep_live = forms.BooleanField(
        label=_("Keep stock and status as they are now"),
        help_text=_("For a file exported a while ago: what has sold out since stays sold out."),
        required=False,
    )

    def clean_file(self) -> Any:
        """Accept what can be read as a menu; what it says of each row is for the preview."""
        file: Any = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 1024 // 1024})
        self.content = file.read()
        read_file(self.content)
        return file

    def upload(self) -> dict[str, Any]:
        """What there is to keep."""
        ticked = {name: self.cleaned_data[name] for name in ("hide_missing", "keep_live")}
        name = self.cleaned_data["file"].name
        return {"file_name": name, "content": self.content, "options": Options(**ticked)}
