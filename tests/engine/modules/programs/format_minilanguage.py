vals = [0, 1, -1, 42, 123456789, -1234.5678, 3.14159, 0.0001, 1e20, 1e-7, float("nan"), float("inf"), True, 2**70]
specs = ["", "d", "5", "<8", ">8", "^8", "*^9", "+", " ", "08", "+08.2f", ",", "_", ",.2f", "e", ".3e", "g", ".3g", "%", ".1%", "x", "#x", "#b", "o", "X", "#010x", "_x", "_b", "c", "n", ".0f", "#.0f", "z.1f", "=+10", "010,", "020,.3f", "G", "E", "F"]
for v in vals:
    for s in specs:
        try: print(repr(v), s, "|" + format(v, s) + "|")
        except Exception as e: print(repr(v), s, type(e).__name__, e)
for s in ["10", "<10", ">10", "^10", ".2", "10.2", "*^10.1", "s", "d", "=10", "010", "<010", ",", "+", "#", "{", "c", "10s", "z", "_"]:
    try: print(s, "|" + format("héllo", s) + "|")
    except Exception as e: print(s, type(e).__name__, e)
for v in [1+2j, -1.5j, complex("nan"), 0j]:
    for s in ["", ".2f", "e", "+", "20", "<20", "=20", "010", "g", ",", "%", "d", "s"]:
        try: print(v, s, "|" + format(v, s) + "|")
        except Exception as e: print(v, s, type(e).__name__, e)
