"""Run by `manage.py shell`: prints how many rows each table has, and how many pictures there are."""

from pathlib import Path

from django.apps import apps
from django.conf import settings

for label in sorted(model._meta.label_lower for model in apps.get_models()):
    print("rows", label, apps.get_model(label)._base_manager.count())  # noqa: T201 # that is what it is for
print("files", sum(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*")))  # noqa: T201 # likewise
