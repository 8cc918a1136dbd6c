# json from outside: signatures, what the classes hold, in which pieces dump() writes and what it has written when it fails, frames of errors, encodings.
import inspect
import io
import json
import json.decoder
import json.encoder
import sys
import traceback


def attempt(what, act):
    try:
        result = act()
        print(what, '->', type(result).__name__, result)
    except Exception as error:
        print(what, '!', type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:], getattr(error, '__notes__', None), type(error.__cause__).__name__, error.__suppress_context__)


for name in json.__all__:
    print(name, getattr(json, name).__module__, inspect.signature(getattr(json, name)))
for name in ('default', 'encode', 'iterencode', '__init__'):
    print(name, inspect.signature(getattr(json.JSONEncoder, name)))
for name in ('raw_decode', '__init__'):
    print(name, inspect.signature(getattr(json.JSONDecoder, name)))
print(list(vars(json.JSONEncoder())), list(vars(json.JSONEncoder(indent=2, separators=(';', '=')))))
print(vars(json.JSONEncoder(indent=2, default=str, skipkeys=1)).items() - {('default', str)}, json.JSONEncoder.item_separator, json.JSONEncoder.key_separator)
print(json.JSONDecodeError.__mro__[1].__name__, json.detect_encoding(b'[1]'), json.__version__, json.__author__)


class Pieces:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)


class Odd:
    pass


class Listing(list):
    pass


loop = [1]
loop.append({'me': loop})
values = [1, 'a\u00e9', None, True, 2.5, [], {}, [1, [2, 'x', None], {'k': [True, False]}], {'a': 1, 'b': {'c': [1.5, 'z']}, 2: None, None: 1, 1.5: 2, True: 3}, (1, 'b'), float('nan'), {'x': float('inf')},
          Listing([1]), [Odd()], {'a': 1, 'b': Odd()}, {'a': {(1,): 2}}, loop, {'s': {1}}, [1, 2, b'x'], '', [[[]]], {'e': {}, 'l': []}]
for value in values:
    for options in ({}, {'indent': 2}, {'separators': (';', '=')}, {'indent': '\t'}, {'sort_keys': True}, {'ensure_ascii': False, 'allow_nan': False}, {'skipkeys': True, 'default': lambda it: [type(it).__name__]}):
        if value == {'a': {(1,): 2}} and 'indent' in options:
            continue  # differs between 3.13's patch versions
        target = Pieces()
        attempt(f'dump {sorted(options)}', lambda: json.dump(value, target, **options))
        print('   ', target.parts)
        attempt('  dumps', lambda: json.dumps(value, **options))
print(type(json.JSONEncoder().iterencode([1])).__name__, list(json.JSONEncoder().iterencode({'a': [1, 2]})), json.JSONEncoder(indent=0).encode([1, [2]]), repr(json.JSONEncoder(indent=-1).encode([1])))
attempt('no cycle check', lambda: json.dumps([1, {'a': (2, 3)}], check_circular=False))
attempt('dump without', lambda: json.dump([1]))
attempt('positional', lambda: json.dumps([1], True))
attempt('unknown', lambda: json.dumps([1], wrong=True))
attempt('of a class', lambda: json.dumps({'a': Odd()}, cls=type('Own', (json.JSONEncoder,), {'default': lambda self, it: 'own'}), indent=1))
attempt('default again', lambda: json.dumps(Odd(), default=lambda it: it))
attempt('default fails', lambda: json.dumps([Odd()], default=lambda it: 1 / 0))
for text in ('[1, 2]', b'[1, 2]', bytearray(b'{"a": 1}'), 'x', '', '[1,]', '{"a":1,}', '{"a"}', '[1', '"a', '[1] 2', '\ufeff[]', b'\xef\xbb\xbf[]', '[]'.encode('utf-16'), '[]'.encode('utf-32'), '[1]'.encode('utf-16-be'), '[1]'.encode('utf-16-le'),
             '[1]'.encode('utf-32-be'), '[1]'.encode('utf-32-le'), '1'.encode('utf-16-le'), '1'.encode('utf-16-be'), b'', b'1', b'\xff', 5, None, '\n\n [1,\n x]'):
    attempt(f'loads {text!r}', lambda: json.loads(text))
    if isinstance(text, (bytes, bytearray)):
        print('   ', json.detect_encoding(text))
attempt('load', lambda: json.load(io.StringIO('{"a": [1, 2.5]}'), parse_float=str, parse_int=lambda text: -int(text)))
attempt('load bytes', lambda: json.load(io.BytesIO(b'[1]')))
attempt('load nothing', lambda: json.load(5))
attempt('hooks', lambda: json.loads('{"a": {"b": 1}, "c": NaN}', object_hook=sorted, parse_constant=lambda name: name))
attempt('pairs', lambda: json.loads('{"a": {"b": 1}}', object_hook=sorted, object_pairs_hook=list))
attempt('hook fails', lambda: json.loads('{"a": 1}', object_hook=lambda it: 1 / 0))
attempt('own class', lambda: json.loads('[1]', cls=type('Own', (json.JSONDecoder,), {'decode': lambda self, text: text + '!'})))
attempt('unknown', lambda: json.loads('[1]', wrong=1))
attempt('not strict', lambda: json.loads('"a\tb"', strict=False))
decoder = json.JSONDecoder()
attempt('raw', lambda: decoder.raw_decode('  [1] rest', 2))
attempt('raw', lambda: decoder.raw_decode('[1] rest'))
attempt('raw', lambda: decoder.raw_decode(' [1]'))
attempt('raw negative', lambda: decoder.raw_decode('[1]', -1))
error = json.JSONDecodeError('Message', 'a\nbc\nd', 3)
print(error, error.lineno, error.colno, error.pos, error.msg, error.doc, error.__reduce__(), list(vars(error)))
