name, w, p = "Bob", 10, 3
x = 3.14159
print(f"{name!r:>{w}}|{x:{w}.{p}}|{x=}|{x = :.2f}|{name=!s}|{{}}|{'a' 'b'}")
print(f"{x!a}", f"{[i for i in range(3)]}", f"{ {'a':1}['a'] }", f"{(lambda q: q*2)(3)}")
print(f"{'nested ' + f'{1+1}'}")
print(f"""{
    x
    :.1f}""")
import datetime
print(f"{datetime.datetime(2024,1,2,3,4):%Y-%m-%d %H:%M}")
print("{0} {1} {0} {a[0]} {b.real} {c!r:^5}".format(1, 2, a=[5], b=3, c="z"))
print("{:>{}}".format("a", 5), "{:{}{}}".format(3.14159, 8, ".2f"))
for bad in ["{", "}", "{0", "{!x}", "{!r", "{a b}", "{} {0}", "{0} {}", "{:{:{}}}", "{0!}", "{[}", "{0[}", "{0.}", "{.x}", "{0[]}"]:
    try: print(bad.format(1, 2, 3))
    except Exception as e: print(bad, type(e).__name__, e)
print("%5d|%-5d|%05d|%+d|% d|%x|%#o|%e|%g|%c|%c|%r|%a|%%|%10.3s|" % (1, 2, 3, 4, 5, 255, 8, 1.5, 1e10, 65, "z", "r", "é", "abcdef"))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2})
for f, a in [("%d", 1.7), ("%d", "1"), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%*d", (5, 1)), ("%.*f", (2, 1.5)), ("%s", ()), ("%s%s", (1,)), ("%i", None), ("%f", "a"), ("%5%", ())]:
    try: print(f, "|" + (f % a) + "|")
    except Exception as e: print(f, type(e).__name__, e)
