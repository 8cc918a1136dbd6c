from datetime import *
d = date(2024, 2, 29); t = timedelta(days=1, hours=25, minutes=-5, microseconds=3)
print(d + t, d.replace(year=2023, day=1), t, repr(t), -t, abs(-t), t * 1.5, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=7)), t.total_seconds(), t.days, t.seconds)
dt = datetime(2024, 12, 31, 23, 59, 58, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(dt, repr(dt), dt.isoformat(), dt.isoformat(" ", "minutes"), dt.astimezone(timezone.utc), dt.timestamp(), dt.utcoffset(), dt.tzname(), dt.date(), dt.time(), dt.timetz(), dt.weekday(), dt.isoweekday(), dt.isocalendar(), dt.timetuple().tm_yday, dt.ctime())
for f in "%a %A %b %B %c %d %f %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %z %Z %% %G %V %u %e %D %T %F %s %n|%t|%h %C %R %r %k %l %P %Ez %Q %5Y %-d %".split(" "):
    try: print(f, repr(dt.strftime(f)))
    except Exception as e: print(f, type(e).__name__, e)
for s, f in [("2024-01-02", "%Y-%m-%d"), ("02/Jan/24 5:06 PM", "%d/%b/%y %I:%M %p"), ("2024-13-01", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("x", "%Y"), ("2024 extra", "%Y"), ("10:20:30.5", "%H:%M:%S.%f"), ("2024-01-02T03:04:05+0530", "%Y-%m-%dT%H:%M:%S%z"), ("1", "%Q"), ("24 5", "%y %j"), ("2024 10 1", "%Y %W %w"), ("12 AM", "%I %p"), ("5", "%")]:
    try: print(s, datetime.strptime(s, f))
    except Exception as e: print(s, type(e).__name__, e)
for s in ["2024-01-02", "2024-01-02T03:04", "2024-01-02 03:04:05.123", "20240102T030405Z", "2024-W05-3", "2024-1-2", "garbage", "2024-01-02T25:00", "2024-01-02T03:04:05+05:30", "2024-02-30", ""]:
    for c in (datetime, date):
        try: print(s, c.__name__, c.fromisoformat(s))
        except Exception as e: print(s, c.__name__, type(e).__name__, e)
for s in ["date(2024,13,1)", "date(2023,2,29)", "date(0,1,1)", "date(2024)", "date('x')", "date(2024,1,1.5)", "datetime(2024,1,1,24)", "time(25)", "time(1,60)", "timedelta(days='x')", "timedelta(days=10**10)", "d + 1", "d - 1", "d - d", "d < 5", "d == 5", "dt < datetime.now()", "d < dt", "dt - datetime(2024,1,1)", "t + 1", "t * 'a'", "t / 0", "t // 0", "1 + t", "datetime.max + t", "date.fromordinal(0)", "datetime.fromtimestamp('a')", "timezone(timedelta(hours=25))", "timezone(5)", "datetime(2024,1,1,tzinfo=5)", "d.replace(month=13)", "d.strftime(5)", "datetime.strptime(5,'a')", "datetime.combine(1,2)", "d.foo", "date.today().foo", "datetime.fromisocalendar(2024,54,1)", "date.max + timedelta(1)", "timedelta.max + timedelta(1)", "hash(d) == hash(date(2024,2,29))", "d.year = 5", "str(timedelta(-1))", "repr(timedelta(0))", "timedelta(1) > timedelta(hours=1)", "min(d, date(2020,1,1))", "f'{d:%d.%m.%y} {d}'", "f'{t}'", "format(d, '')", "time(1,2,3) < time(2)", "time(1,2).isoformat('seconds')", "dt.isoformat(timespec='zz')", "dt.isoformat(5)", "dt.fold", "datetime.min", "time.max", "date.resolution", "timezone.utc", "repr(timezone(timedelta(hours=-3), 'X'))", "time.fromisoformat('1:2')", "time.fromisoformat('10:20:30.123456+01:00')", "tuple(d.isocalendar())", "d.isocalendar()[1]", "d.toordinal()", "timedelta(weeks=1, milliseconds=1.5)", "timedelta(0.1)", "sum([timedelta(1)], timedelta())", "sum([timedelta(1)])"]:
    try: print(s, "->", eval(s))
    except Exception as e: print(s, "!", type(e).__name__, e)
