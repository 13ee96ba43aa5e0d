"""Amounts in templates."""

from django import template

from accounts.money import written

register = template.Library()
register.filter("written", written)
