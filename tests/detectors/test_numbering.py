"""What is read by the metadata's patterns alone is read as libphonenumber reads it."""

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from detectors.contacts.numbering import possible_with_country, valid_with_country


def told(digits, is_so):
    """E.164 as libphonenumber itself gives it, or ""."""
    try:
        number = phonenumbers.parse("+" + digits, None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_so(number) else ""


@settings(max_examples=400)
@given(
    st.sampled_from(["1", "12", "1415", "1800", "1242", "81", "813", "8190", "8180", "44", "8", "86"]),
    st.text("0123456789", max_size=15),
)
@example("1", "4152345678")
@example("1", "2425551234")
@example("1", "14152345678")
@example("1", "2345678")
@example("1", "3109248")  # seven digits, all over Canada
@example("81", "312345678")
@example("81", "0312345678")
@example("81", "9012345678")
@example("81", "1")
def test_a_number_with_its_country_is_read_as_libphonenumber_does(code, rest):
    digits = code + rest
    assert valid_with_country(digits) == told(digits, phonenumbers.is_valid_number)
    assert possible_with_country(digits) == told(digits, phonenumbers.is_possible_number)


@pytest.mark.parametrize(
    "digits",
    [
        pytest.param("14155550143", id="an American exchange kept for stories"),
        pytest.param("19012345678", id="Tennessee"),
        pytest.param("16135550143", id="Ottawa"),
        pytest.param("12425550143", id="the Bahamas, under the same code"),
        pytest.param("818012345678", id="a Japanese mobile"),
        pytest.param("81120123456", id="a Japanese free number"),
    ],
)
def test_some_that_are_well_known(digits):
    assert valid_with_country(digits) == told(digits, phonenumbers.is_valid_number)
