"""Numbering plans: whether digits make a number that could be dialled, by libphonenumber's metadata.

The metadata's patterns are matched directly: `phonenumbers.parse` and `is_valid_number` cost ten times as much, and are
used only for numbers that name another country than Japan, the United States or Canada.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import phonenumbers

#: Japanese numbering plan: mobile, IP telephony and machine ranges have 11 digits, free and navigation dial their own.
JP_MOBILE = re.compile(r"0[5-9]0[1-9]\d{7}")
JP_SERVICE = re.compile(r"0120\d{6}|0800\d{7}|0570\d{6}|0990\d{6}")
_KINDS = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
)


def _metadata(region: str) -> phonenumbers.PhoneMetadata:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        msg = f"libphonenumber knows no region {region}"
        raise KeyError(msg)
    return metadata


@functools.cache
def _plan(region: str) -> tuple[str, str, re.Pattern[str]]:
    """A region's country calling code, national prefix and number patterns."""
    metadata = _metadata(region)
    patterns = [
        kind.national_number_pattern
        for name in _KINDS
        if (kind := getattr(metadata, name)) and kind.national_number_pattern
    ]
    return (
        str(metadata.country_code),
        metadata.national_prefix or "",
        re.compile("|".join(f"(?:{p})" for p in dict.fromkeys(patterns))),
    )


def valid_in(digits: str, region: str) -> str:
    """E.164 if `digits`, dialled within the region, is a valid number of it; otherwise ""."""
    code, prefix, pattern = _plan(region)
    national = digits.removeprefix(prefix) if prefix else digits
    return f"+{code}{national}" if pattern.fullmatch(national) else ""


#: Country calling codes whose numbers are read here, and the regions tried: with them `phonenumbers` need not be asked.
_READ_HERE = {"1": ("US", "CA"), "8": ("JP",)}


class _Whole(NamedTuple):
    """A country calling code's digits, how its trunk prefix begins, regions, and the lengths a number there may have."""

    code: str
    trunk: str
    regions: tuple[str, ...]
    possible: frozenset[int]


@functools.cache
def _whole(first: str) -> _Whole | None:
    """What a number of a country calling code that is read here looks like, by its first digit."""
    regions = _READ_HERE.get(first)
    if not regions:
        return None
    code, trunk, _ = _plan(regions[0])
    general = _metadata(regions[0]).general_desc or phonenumbers.PhoneNumberDesc()
    return _Whole(code, trunk, regions, frozenset([*general.possible_length, *general.possible_length_local_only]))


def _read_here(digits: str) -> tuple[_Whole, str] | None:
    """The plan and the national digits, or None where only libphonenumber itself can tell."""
    whole = _whole(digits[:1])
    if whole is None or not digits.startswith(whole.code):
        return None
    national = digits[len(whole.code) :]
    return (whole, national) if len(national) >= 2 and not national.startswith(whole.trunk) else None


def valid_with_country(digits: str) -> str:
    """E.164 if `digits`, country calling code first, is a valid number; otherwise ""."""
    if here := _read_here(digits):
        whole, national = here
        if len(national) not in whole.possible:
            return ""
        if any([_plan(region)[2].fullmatch(national) for region in whole.regions]):  # noqa: C419 - a list is faster
            return "+" + digits
    number = _parsed(digits)
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if number and phonenumbers.is_valid_number(number)
        else ""
    )


def possible_with_country(digits: str) -> str:
    """E.164 if `digits`, country calling code first, has the length of a number there; otherwise ""."""
    if here := _read_here(digits):
        return "+" + digits if len(here[1]) in here[0].possible else ""
    number = _parsed(digits)
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if number and phonenumbers.is_possible_number(number)
        else ""
    )


def _parsed(digits: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse("+" + digits, None)
    except phonenumbers.NumberParseException:
        return None


def dialable(digits: str, *, cue: bool) -> str:
    """E.164 if the digits alone could be dialled: Japanese, or, where a call is the topic, American or British."""
    if JP_MOBILE.fullmatch(digits):
        return "+81" + digits[1:]
    if digits.startswith("0") and len(digits) == 10 and (value := valid_in(digits, "JP")):
        return value
    if cue and len(digits) == 10 and (value := valid_in(digits, "US") or valid_in(digits, "CA")):
        return value
    if cue and digits.startswith("0") and len(digits) in {10, 11}:
        return valid_in(digits, "GB") or (f"+44{digits[1:]}" if digits.startswith("07") and len(digits) == 11 else "")
    return ""
