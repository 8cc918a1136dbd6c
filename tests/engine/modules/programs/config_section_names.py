# Section names that are no strings, and the unnamed section of 3.13.
import configparser, io, sys
def t(f, *a, **k):
    try: return repr(f(*a, **k))
    except Exception as e: return f'{type(e).__name__} {e}'
p = configparser.ConfigParser()
for n in (3, None, b'x', 'a', 'a', 'DEFAULT', ('t',)):
    print('add', n, t(p.add_section, n), t(configparser.RawConfigParser().add_section, n if n != ('t',) else 'q'))
print(p.sections())
if hasattr(configparser, 'UNNAMED_SECTION'):
    U = configparser.UNNAMED_SECTION
    print(U, 'UNNAMED_SECTION' in configparser.__all__, type(U).__name__, U == configparser.UNNAMED_SECTION)
    print(t(p.add_section, U), type(t(configparser.RawConfigParser().add_section, U)).__name__)
    print(t(p.read_string, 'a = 1\n[x]\nb = 2\n'))
    q = configparser.ConfigParser(allow_unnamed_section=True)
    q.read_string('a = 1\nc = 3\n[x]\nb = 2\n')
    print(q.sections(), dict(q[U]), q.get(U, 'a'), q.has_section(U), q.has_option(U, 'c'), q[U])
    print(t(q.add_section, U)); print(t(q.add_section, 3))
    q.set(U, 'z', '9')
    s = io.StringIO(); q.write(s); print(repr(s.getvalue()))
    e = configparser.ConfigParser(allow_unnamed_section=True)
    print(t(e.add_section, U), e.sections()); e[U]['k'] = 'v'
    s = io.StringIO(); e.write(s, space_around_delimiters=False); print(repr(s.getvalue()))
    f = configparser.ConfigParser(allow_unnamed_section=True); f.read_string('[x]\nb=1\n'); print(f.sections(), t(f.get, U, 'n'))
    print(f.remove_section(U), f.sections())
    g = configparser.ConfigParser(allow_unnamed_section=True); print(t(g.read_dict, {"x": {"b": 2}}), g.sections())
    try: configparser.ConfigParser(allow_unnamed_section=True).read_string('[a]\n[a]\n')
    except Exception as x: print(type(x).__name__, x)
    s = io.StringIO(); g.write(s); print(repr(s.getvalue()))
for k in ('[x]', 'a=b', 'a:b', '[q', '=', 'ok k', '[x] y', '[]'):
    for kw in ({}, {'delimiters': ('~',)}):
        r = configparser.RawConfigParser(**kw); r.add_section('s'); r.set('s', k, 'v'); s = io.StringIO()
        print(k, t(r.write, s), repr(s.getvalue()))
