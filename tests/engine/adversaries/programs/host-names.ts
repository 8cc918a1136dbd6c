// Names that mean something to the host.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const hostNames: readonly Adversary[] = [
  ...ends('ok', {
    proto: `class A: pass
a=A()
a.__proto__=1
a.constructor=2
a.hasOwnProperty=3
print(a.__proto__,a.constructor,a.__dict__)
d={"__proto__":1,"constructor":2,"toString":3}
print(d)
__proto__=5
constructor=6
print(__proto__,constructor,globals()["__proto__"])
try: print(toString)
except NameError as e: print(e)
try: object().constructor
except AttributeError as e: print(e)
def f(**k): return k
print(f(__proto__=1,constructor=2))
import sys
try: import __proto__
except ImportError as e: print(e)
try: import constructor
except ImportError as e: print(e)
print("{constructor}".format(constructor=1))
`,
    host_variables: `__proto__ = constructor = toString = hasOwnProperty = valueOf = 1
print(sorted(n for n in globals() if n in ('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf')))
`,
    host_keywords: `def f(**k): return sorted(k)
print(f(__proto__=1, constructor=2, toString=3))
`,
    host_attributes: `class A:
    __slots__ = ('constructor', '__proto__')
a = A()
for n in 'toString', 'valueOf', '__defineGetter__', 'constructor', '__proto__': print(n, hasattr(a, n))
`,
    host_modules: `for n in 'constructor', '__proto__', 'toString', 'hasOwnProperty':
    try: __import__(n)
    except ModuleNotFoundError as e: print(e)
`,
    host_formats: `print('{constructor}{__proto__}'.format(constructor=1, __proto__=2))
print('%(toString)s' % {'toString': 3})
try: '{0.constructor}'.format(1)
except AttributeError as e: print(e)
try: format(1, 'constructor')
except ValueError as e: print(e)
`,
    host_types: `C = type('constructor', (), {'__proto__': 1, 'hasOwnProperty': 2})
print(C.__name__, C.__proto__, C().hasOwnProperty)
for t in int, str, list, dict, type, object:
    for n in 'constructor', '__proto__', 'toString', 'prototype': assert not hasattr(t, n)
`,
    host_codecs: `for n in 'constructor', '__proto__', 'toString':
    try: b''.decode(n)
    except LookupError as e: print(e)
    try: b'\\xff'.decode('utf-8', n)
    except LookupError as e: print(e)
`,
    host_imports: `for n in 'fs', 'process', 'node:fs', 'child_process', 'globalThis', 'window':
    try: __import__(n)
    except ModuleNotFoundError as e: print(e)
`,
  }),
]
