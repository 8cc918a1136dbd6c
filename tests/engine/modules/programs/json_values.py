import json
class O: pass
print(json.dumps({"b": [1, 2.5, None, True], "a": "é\n\"", 1: 2, None: 3, 1.5: 4, True: 5}), json.dumps("é", ensure_ascii=False), json.dumps([1, {"a": ()}], indent=2), json.dumps({"z": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[], {}], indent=1), json.dumps(float("nan")), json.dumps([1, 2], indent="\t"), sep="\n")
for s in ["json.dumps(O())", "json.dumps({(1,2): 3})", "json.dumps({1j})", "json.dumps(float('inf'), allow_nan=False)", "json.dumps({'a': 1, 2: 3}, sort_keys=True)", "json.dumps(b'a')", "json.dumps(O(), default=lambda o: 'x')", "json.dumps(O(), default=lambda o: o)", "json.dumps({(1,): 2}, skipkeys=True)", "json.dumps(10**30)", "json.dumps('\\ud800')", "json.dumps(1e100)", "json.dumps(set())", "json.dumps(lambda: 0)"] + ["json.loads(%r)" % t for t in ["", " ", "{", "[", "[1,]", "{'a':1}", '{"a":1,}', '{"a" 1}', '{"a":}', "nul", "tru", "[1 2]", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "01", "1.", "-", "+1", "NaN", "-Infinity", "1e5", "1E+2", "{\"a\":1}x", "[1]]", "\ufeff1", '{"a":1,"a":2}', "[[[]]]", '"\\ud83d\\ude00"', "  [ 1 , 2 ]  ", "\n\n[1,\n2,\n x]", '{a:1}', "1 2", ".5", '"\t"', "[1,\n\n,2]"]] + ["json.loads(5)", "json.loads(None)", "json.loads(b'[1]')", "json.loads(bytearray(b'1'))", "json.loads('[1.5]', parse_float=str)", "json.loads('[1]', parse_int=float)", "json.loads('{\"a\":{\"b\":1}}', object_hook=lambda d: tuple(d))", "json.loads('{\"a\":1}', object_pairs_hook=list)", "json.loads('NaN', parse_constant=lambda c: c)", "json.loads('1', foo=1)"]:
    try: print(s, "->", repr(eval(s)))
    except Exception as e: print(s, "!", type(e).__name__, e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=E))
try: print(json.dumps({"a": [O()]}, cls=E))
except TypeError as e: print(e, getattr(e, "__notes__", None))
try: json.loads("[1, 2")
except json.JSONDecodeError as e: print(e.msg, e.doc, e.pos, e.lineno, e.colno)
import io
f = io.StringIO(); json.dump([1, "a"], f); print(f.getvalue()); f.seek(0); print(json.load(f))
