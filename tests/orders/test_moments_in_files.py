"""A moment in an XLSX file is shown to the second that it was, by programs that cut off fractions too."""

import io
import re
import zipfile
from datetime import datetime, timedelta

from orders.spreadsheets import xlsx_pieces

MIDNIGHT = datetime(2026, 11, 20)  # noqa: DTZ001 # a spreadsheet's clock has no zone
SECONDS = 24 * 60 * 60


def test_every_second_of_a_day_is_itself() -> None:
    rows = [[MIDNIGHT + timedelta(seconds=second)] for second in range(SECONDS)]
    file = io.BytesIO(b"".join(xlsx_pieces(["at"], rows, title="t")))
    sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    shown = [int(float(days) % 1 * SECONDS) for days in re.findall(r"<v>([\d.]+)</v>", sheet)]
    assert shown == list(range(SECONDS))
