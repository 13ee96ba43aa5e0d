"""Texts of templates, for Babel's collecting: it reads Python, and Django can turn a template into that."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def extract(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Find what `translate` and `blocktranslate` mark: (line, function, texts, comments)."""
    source = templatize(file.read().decode())
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, options)
