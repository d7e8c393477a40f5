"""Norwegian public holidays, movable ones too, by code; the words stand with the screens."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from holidays import country_holidays

from app.core.weeks import monday_of

CODES = MappingProxyType(
    {
        "New Year's Day": "new_year",
        "Maundy Thursday": "maundy_thursday",
        "Good Friday": "good_friday",
        "Easter Sunday": "easter_sunday",
        "Easter Monday": "easter_monday",
        "Labor Day": "labour_day",
        "Ascension Day": "ascension",
        "Constitution Day": "constitution_day",
        "Pentecost": "whit_sunday",
        "Pentecost Monday": "whit_monday",
        "Christmas Day": "christmas_day",
        "Second Day of Christmas": "boxing_day",
    }
)
QUIET = frozenset({"maundy_thursday", "christmas_day", "new_year"})
"""Where one of these lies, many are away the whole week."""

DAY = timedelta(days=1)


@lru_cache(maxsize=32)
def _holidays(year: int) -> dict[date, str]:
    found = country_holidays("NO", years=year, language="en_US")
    return {day: CODES[name.split("; ")[0]] for day, name in found.items() if day.year == year}


def holiday_on(day: date) -> str | None:
    """The public holiday of that day, by code."""
    return _holidays(day.year).get(day)


def holidays_between(first: date, last: date) -> dict[date, str]:
    """Every public holiday from one day to another, both counted."""
    every = {day: code for year in range(first.year, last.year + 1) for day, code in _holidays(year).items()}
    return {day: code for day, code in sorted(every.items()) if first <= day <= last}


def quiet_in(week: date) -> str | None:
    """The holiday that makes the week of that Monday a quiet one, by code."""
    found = holidays_between(monday_of(week), monday_of(week) + 6 * DAY).values()
    return next((code for code in found if code in QUIET), None)


def workday_from(moment: datetime) -> datetime:
    """The same hour on the first day from then on that is neither a holiday nor in a weekend."""
    while holiday_on(moment.date()) or moment.weekday() > 4:
        moment += DAY
    return moment
