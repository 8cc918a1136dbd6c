// _strptime: parsing of formatted times. Behaves as CPython 3.13's Lib/_strptime.py in the C locale; written for the engine.
export default () => String.raw`
import re
from datetime import date as _date, timedelta as _timedelta, timezone as _timezone

_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']


def _names(names, cut=None):
    return '|'.join(sorted((n[:cut] for n in names), key=len, reverse=True))


_DIRECTIVES = {
    'd': r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    'f': r"(?P<f>[0-9]{1,6})",
    'H': r"(?P<H>2[0-3]|[0-1]\d|\d)",
    'I': r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    'G': r"(?P<G>\d\d\d\d)",
    'j': r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    'm': r"(?P<m>1[0-2]|0[1-9]|[1-9])",
    'M': r"(?P<M>[0-5]\d|\d)",
    'S': r"(?P<S>6[0-1]|[0-5]\d|\d)",
    'U': r"(?P<U>5[0-3]|[0-4]\d|\d)",
    'w': r"(?P<w>[0-6])",
    'u': r"(?P<u>[1-7])",
    'V': r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    'W': r"(?P<W>5[0-3]|[0-4]\d|\d)",
    'y': r"(?P<y>\d\d)",
    'Y': r"(?P<Y>\d\d\d\d)",
    'z': r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    'A': '(?P<A>' + _names(_DAYS) + ')',
    'a': '(?P<a>' + _names(_DAYS, 3) + ')',
    'B': '(?P<B>' + _names(_MONTHS) + ')',
    'b': '(?P<b>' + _names(_MONTHS, 3) + ')',
    'p': '(?P<p>am|pm)',
    'Z': '(?P<Z>utc|gmt)',
    '%': '%',
}
_COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}

_cache = {}


def _pattern(format):
    text = format
    for key, value in _COMPOUND.items():
        text = text.replace('%' + key, value)
    text = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", text)
    text = re.sub(r'\s+', r'\\s+', text)
    out = ''
    while '%' in text:
        at = text.index('%') + 1
        if at >= len(text):
            raise IndexError
        code = text[at]
        out += text[:at - 1] + _DIRECTIVES[code]
        text = text[at + 1:]
    return re.compile(out + text, 2)


def _week_day(year, week, weekday, monday_first):
    first = _date(year, 1, 1).weekday()
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    offset = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + offset + 7 * (week - 1) + weekday


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    for index, arg in enumerate([data_string, format]):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(index, type(arg)))
    found = _cache.get(format)
    if found is None:
        try:
            found = _pattern(format)
        except KeyError as err:
            bad = err.args[0]
            if bad == "\\":
                bad = "%"
            del err
            raise ValueError("'%s' is a bad directive in format '%s'" % (bad, format)) from None
        except IndexError:
            raise ValueError("stray %% in format '%s'" % format) from None
        if len(_cache) > 5:
            _cache.clear()
        _cache[format] = found
    match = found.match(data_string)
    if not match:
        raise ValueError("time data %r does not match format %r" % (data_string, format))
    if len(data_string) != match.end():
        raise ValueError("unconverted data remains: %s" % data_string[match.end():])
    iso_year = year = None
    month = day = 1
    hour = minute = second = fraction = 0
    tz = -1
    gmtoff = None
    gmtoff_fraction = 0
    iso_week = week_of_year = None
    week_of_year_start = None
    weekday = julian = None
    found_dict = match.groupdict()
    for key, value in found_dict.items():
        if value is None:
            continue
        if key == 'y':
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif key == 'Y':
            year = int(value)
        elif key == 'G':
            iso_year = int(value)
        elif key == 'm':
            month = int(value)
        elif key == 'B':
            month = _MONTHS.index(value.lower()) + 1
        elif key == 'b':
            month = [n[:3] for n in _MONTHS].index(value.lower()) + 1
        elif key == 'd':
            day = int(value)
        elif key == 'H':
            hour = int(value)
        elif key == 'I':
            hour = int(value)
            ampm = (found_dict.get('p') or '').lower()
            if ampm in ('', 'am'):
                if hour == 12:
                    hour = 0
            elif hour != 12:
                hour += 12
        elif key == 'M':
            minute = int(value)
        elif key == 'S':
            second = int(value)
        elif key == 'f':
            fraction = int(value + '0' * (6 - len(value)))
        elif key == 'A':
            weekday = _DAYS.index(value.lower())
        elif key == 'a':
            weekday = [n[:3] for n in _DAYS].index(value.lower())
        elif key == 'w':
            weekday = 6 if int(value) == 0 else int(value) - 1
        elif key == 'u':
            weekday = int(value) - 1
        elif key == 'j':
            julian = int(value)
        elif key in ('U', 'W'):
            week_of_year = int(value)
            week_of_year_start = key
        elif key == 'V':
            iso_week = int(value)
        elif key == 'z':
            z = value
            if z in ('Z', 'z'):
                gmtoff = 0
            else:
                if z[3] == ':':
                    z = z[:3] + z[4:]
                    if len(z) > 5:
                        if z[5] != ':':
                            raise ValueError(f"Inconsistent use of : in {value}")
                        z = z[:5] + z[6:]
                gmtoff = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
                rest = z[8:]
                gmtoff_fraction = int(rest + '0' * (6 - len(rest)))
                if z.startswith('-'):
                    gmtoff = -gmtoff
                    gmtoff_fraction = -gmtoff_fraction
        elif key == 'Z':
            tz = 0
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_year_fix = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap_year_fix = True
        else:
            year = 1900
    if julian is None and weekday is not None:
        if week_of_year is not None:
            julian = _week_day(year, week_of_year, weekday, week_of_year_start == 'W')
        elif iso_year is not None and iso_week is not None:
            d = _date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = d.year, d.month, d.day
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 365
    if julian is None:
        julian = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        d = _date.fromordinal(julian - 1 + _date(year, 1, 1).toordinal())
        year, month, day = d.year, d.month, d.day
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    if leap_year_fix:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, tz), fraction, gmtoff, gmtoff_fraction


def _checked(data_string, format):
    for index, arg in enumerate((data_string, format), 1):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(arg).__name__}")


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    import time
    from datetime import datetime
    parts = _strptime(data_string, format)[0]
    return datetime(*parts[:6]).timetuple()


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    _checked(data_string, format)
    parts, fraction, gmtoff, gmtoff_fraction = _strptime(data_string, format)
    args = parts[:6] + (fraction,)
    if gmtoff is not None:
        args += (_timezone(_timedelta(seconds=gmtoff, microseconds=gmtoff_fraction)),)
    return cls(*args)
`;
