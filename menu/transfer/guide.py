"""What a file's columns mean, for people to read before they fill one in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from menu.transfer.sheets import belongs
from menu.transfer.words import ALLERGEN, BADGE, COLUMN, DIETARY, KIND, STATUS, YES_NO, Said, Words

SAYS: dict[str, Said] = {
    "kind": _("In a CSV file: what the row is. An XLSX file has a sheet for each."),
    "code": _("By this a row is found again, even under a new name. Leave it empty in a new row, or make one up."),
    "category": _("Its name; or its code, where two have the same name."),
    "option_group": _("Its name; or its code, where two have the same name."),
    "name_ko": _("At least one language. Without a code, a row is found by its name in the store's default language."),
    "price": _("A whole number in the currency's smallest unit: 18000 is 18,000 won, and 1250 is $12.50."),
    "status": _("Whether guests can order it."),
    "remaining": _("Empty where it is not counted."),
    "is_hidden": _("Whether guests do not see the category."),
    "station": _("Who makes it: kitchen, bar …"),
    "option_groups": _("The option groups' names in the order in which guests are asked, with semicolons between."),
    "min_choices": _("How many guests must choose."),
    "max_choices": _("How many guests may choose."),
    "badges": _("With commas between."),
    "spiciness": _("0 to 3."),
    "dietary": _("With commas between."),
    "allergens": _("With commas between."),
    "available_from": _("A time such as 11:30. Both hours or neither."),
    "available_until": _("Before the hour above, it is served over midnight."),
    "sort_order": _("Smaller numbers come first. Empty in a new row: it comes last."),
    "description_ko": _("May be left empty in every language."),
}
CHOICES: dict[str, Words] = {
    "kind": KIND,
    "status": STATUS,
    "is_hidden": YES_NO,
    "badges": BADGE,
    "dietary": DIETARY,
    "allergens": ALLERGEN,
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A column."""

    name: str
    other_name: str
    kinds: str
    says: Said
    choices: str


def columns_explained() -> list[Explained]:
    """Each column of a file, in its order; those of a text's other languages go with the first."""
    return [
        Explained(
            name=COLUMN.say(key),
            other_name=_in_the_other_language(key),
            kinds=", ".join(KIND.say(kind) for kind in KIND.meanings if belongs(key, kind)),
            says=says,
            choices=", ".join(map(CHOICES[key].say, CHOICES[key].meanings)) if key in CHOICES else "",
        )
        for key, says in SAYS.items()
    ]


def _in_the_other_language(key: str) -> str:
    here = COLUMN.say(key)
    for language in ("en", "ko"):
        with override(language):
            if (there := COLUMN.say(key)) != here:
                return there
    return here
