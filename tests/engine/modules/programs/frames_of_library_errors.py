# Which functions a traceback names: what CPython writes in C has no frame.
import csv
import ctypes
import io
import json
import pickle
import traceback
import contextvars


class Odd:
    def __reduce__(self):
        return 1 / 0


def first_hook(pairs):
    return pairs[5]


def names(what, act):
    try:
        act()
    except Exception as error:
        frames = [frame.name for frame in traceback.extract_tb(error.__traceback__)][2:]
        print(what, type(error).__name__, error, frames)


names('json value', lambda: json.loads('[1, ]x'[:4]))
names('json empty', lambda: json.loads(''))
names('json key', lambda: json.loads('{bad'))
names('json rest', lambda: json.loads('[1] x'))
names('json hook', lambda: json.loads('{"a": 1}', object_pairs_hook=first_hook))
names('json scanner', lambda: json.JSONDecoder().scan_once('{}', 2))
names('csv reader', lambda: csv.reader(1))
names('csv dialect', lambda: csv.reader([], dialect='nope'))
names('csv bytes', lambda: list(csv.reader([b'a'])))
names('csv strict', lambda: list(csv.reader(['a"b"', '"c"d'], strict=True)))
names('csv row', lambda: csv.writer(io.StringIO()).writerow(1))
names('csv dict', lambda: csv.DictWriter(io.StringIO(), ['a']).writerow({'b': 1}))
names('pickle local', lambda: pickle.dumps([lambda: 1]))
names('pickle reduce', lambda: pickle.dumps({'a': [Odd()]}))
names('pickle load', lambda: pickle.loads(b'x'))
print([module.__file__.rsplit('/', 1)[-1] for module in (contextvars, csv, ctypes, json, pickle)])
