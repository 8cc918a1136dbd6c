# Measures again the growth curves and tables of facts-*.json, under the same names, and prints them as one JSON object.
import array, collections, json, sys

size = sys.getsizeof
result = {}


def curve(name, make, step, count):
    o = make()
    points = [[0, size(o)]]
    for i in range(1, count + 1):
        o = step(o, i - 1) or o
        if size(o) != points[-1][1]:
            points.append([i, size(o)])
    result[name] = points


def table(name, rows, measure):
    result[name] = {str(n): measure(n) for n in rows}


def do(call):
    def step(o, i):
        call(o, i)
    return step


def setitem(key):
    return do(lambda o, i: o.__setitem__(key(i), i))


def plus(x):
    def step(o, i):
        o += x
        return o
    return step


one = [0]
curve('list.append 0..2000', list, do(lambda o, i: o.append(i)), 2000)
curve('list.insert(0) 0..200', list, do(lambda o, i: o.insert(0, i)), 200)
curve('list += [x] 0..200', list, plus(one), 200)
curve('list.extend((x,)) 0..200', list, do(lambda o, i: o.extend((i,))), 200)
curve('list.extend((x,x,x)) 0..200', list, do(lambda o, i: o.extend((i, i, i))), 67)
curve('list.extend(gen of 1)', list, do(lambda o, i: o.extend(x for x in one)), 100)
curve('list literal len 3, append 0..100', lambda: [1, 2, 3], do(lambda o, i: o.append(i)), 100)
curve('list(range(10)), append 0..100', lambda: list(range(10)), do(lambda o, i: o.append(i)), 100)
curve('[0]*10, append 0..100', lambda: [0] * 10, do(lambda o, i: o.append(i)), 100)


def appended(n):
    o = []
    for i in range(n):
        o.append(i)
    return o


curve('list grown to 100 by append, pop to 0', lambda: appended(100), do(lambda o, i: o.pop()), 100)
curve('list(range(100)), pop to 0', lambda: list(range(100)), do(lambda o, i: o.pop()), 100)
curve('list(range(20)), pop(0) to 0', lambda: list(range(20)), do(lambda o, i: o.pop(0)), 20)
curve('list(range(50)), del o[-1]', lambda: list(range(50)), do(lambda o, i: o.__delitem__(-1)), 50)
curve('list(range(17)), remove front', lambda: list(range(17)), do(lambda o, i: o.remove(i)), 17)

curve('dict[int] insert 0..1000', dict, setitem(lambda i: i), 1000)
curve('dict[str] insert 0..1000', dict, setitem(lambda i: 'k%d' % i), 1000)
curve('dict[float] insert 0..200', dict, setitem(lambda i: i + 0.5), 200)
curve('dict str keys then int key at 4', dict, setitem(lambda i: i if i == 3 else 'k%d' % i), 40)
curve('dict literal 1 str, insert str', lambda: {'a': 1}, setitem(lambda i: 'k%d' % i), 40)
curve('dict literal 1 int, insert int', lambda: {-1: 1}, setitem(lambda i: i), 40)


def churn(o, i):
    o[i] = i
    if i >= 3:
        del o[i - 3]


curve('dict churn: insert i, delete i-3 (size never shrinks/realloc pattern)', dict, churn, 100)
curve('dict 100 ints, del one by one', lambda: {i: i for i in range(100)}, do(lambda o, i: o.__delitem__(i)), 100)


def emptied():
    o = {i: i for i in range(100)}
    for i in range(100):
        del o[i]
    return o


def popped():
    o = {i: i for i in range(100)}
    while o:
        o.popitem()
    return o


curve("dict 100 popitem'd empty then insert", popped, setitem(lambda i: i), 100)
curve('set.add 0..2000', set, do(lambda o, i: o.add(i)), 2000)
curve('set.add str 0..200', set, do(lambda o, i: o.add('k%d' % i)), 200)
curve('set(range(1,101)) discard one by one', lambda: set(range(1, 101)), do(lambda o, i: o.discard(i + 1)), 100)
curve('bytearray.append 0..1000', bytearray, do(lambda o, i: o.append(0)), 1000)
curve("bytearray += b'x' 0..300", bytearray, plus(b'x'), 300)
curve('bytearray(100) pop', lambda: bytearray(100), do(lambda o, i: o.pop()), 100)
table('bytearray(n)', (0, 1, 2, 8, 9, 10, 100, 1000), lambda n: size(bytearray(n)))
for code in 'bBhHiIlLqQfd':
    curve("array('%s').append 0..300" % code, lambda: array.array(code), do(lambda o, i: o.append(i % 100)), 300)
curve("array('i',range(100)) pop", lambda: array.array('i', range(100)), do(lambda o, i: o.pop()), 100)
result['array(tc,[0]*n)'] = {code: {str(n): size(array.array(code, [0] * n)) for n in (0, 1, 2, 3, 10, 100, 1000)} for code in 'bhilqfd'}
curve('deque.append 0..400', collections.deque, do(lambda o, i: o.append(i)), 400)
curve('deque.appendleft 0..400', collections.deque, do(lambda o, i: o.appendleft(i)), 400)
curve('deque(range(200)) popleft', lambda: collections.deque(range(200)), do(lambda o, i: o.popleft()), 200)
curve('deque(range(200)) pop', lambda: collections.deque(range(200)), do(lambda o, i: o.pop()), 200)
curve('OrderedDict insert 0..200', collections.OrderedDict, setitem(lambda i: i), 200)
curve('Counter insert 0..60', collections.Counter, setitem(lambda i: i), 60)
curve('defaultdict insert 0..60', lambda: collections.defaultdict(int), setitem(lambda i: i), 60)


def classes(n):
    class C:
        pass
    first, second, third = C(), None, None
    for i in range(n):
        setattr(first, 'a%d' % i, i)
    sizes = [size(first), size(first.__dict__)]
    second = C()
    for i in range(n):
        setattr(second, 'a%d' % i, i)
    sizes += [size(second), size(second.__dict__)]
    third = C()
    return sizes + [size(third.__dict__)]


table('instance with n attrs: [getsizeof(1st obj), its __dict__, 2nd obj, its __dict__, empty 3rd __dict__]', range(40), classes)
table('str ascii n', range(20), lambda n: size('a' * n))
table('str latin1 n', range(20), lambda n: size('\xe9' * n))
table('str ucs2 n', range(20), lambda n: size('\u03a9' * n))
table('str ucs4 n', range(20), lambda n: size('\U0001f600' * n))
table('tuple n', range(20), lambda n: size(tuple(range(n))))


def lists(n):
    r = list(range(n))
    t, d, s = tuple(r), dict.fromkeys(r), set(r)
    cleared = list(r)
    cleared.clear()
    return {
        'list(range(n))': size(list(range(n))), 'comprehension': size([x for x in r]), '[0]*n': size([0] * n), 'list(genexpr)': size(list(x for x in r)),
        'list(tuple)': size(list(t)), 'copy': size(r.copy()), 'slice[:]': size(r[:]), '[*range(n)]': size([*range(n)]), 'sorted(range(n))': size(sorted(range(n))),
        'list(set)': size(list(s)), 'list(dict)': size(list(d)), 'list(map)': size(list(map(abs, r))), 'list(zip)': size(list(zip(r, r))),
        'list(iter(list))': size(list(iter(r))), 'tuple(range(n))': size(tuple(range(n))), 'tuple(genexpr)': size(tuple(x for x in r)), 'r+r': size(r + r),
        'r*3': size(r * 3), 'after_clear': size(cleared),
    }


def dicts(n):
    r = range(n)
    d = {i: i for i in r}
    texts = {'k%d' % i: i for i in r}
    updated, generated, started = {}, {}, {'x': 0}
    updated.update(d)
    generated.update((i, i) for i in r)
    started.update(d)
    return {
        'comp': size(d), 'strcomp': size(texts), 'fromkeys(range)': size(dict.fromkeys(r)), 'fromkeys(list)': size(dict.fromkeys(list(r))),
        'fromkeys(set)': size(dict.fromkeys(set(r))), 'dict(pairs)': size(dict([(i, i) for i in r])), 'dict(zip)': size(dict(zip(r, r))), 'copy': size(d.copy()),
        'dict(d)': size(dict(d)), '{**d}': size({**d}), 'empty.update(d)': size(updated), 'empty.update(gen)': size(generated), '1.update(d)': size(started),
        'dict(**kw)': size(dict(**texts)), 'd|{}': size(d | {}),
    }


def sets(n):
    r = list(range(n))
    s = set(r)
    updated, merged, cleared = set(), set(), set(r)
    updated.update(r)
    merged |= s
    cleared.clear()
    return {
        'set(range)': size(set(range(n))), 'comp': size({x for x in r}), 'set(list)': size(set(r)), 'copy': size(s.copy()), 'set(set)': size(set(s)),
        'frozenset(range)': size(frozenset(range(n))), 'frozenset(set)': size(frozenset(s)), 'set(dict)': size(set(dict.fromkeys(r))), 'update(range)': size(updated),
        '|=': size(merged), 's|s': size(s | s), 's&s': size(s & s), 's-()': size(s.difference(())), 's^set()': size(s ^ set()), 'cleared': size(cleared),
    }


table('list constructors by n', range(40), lists)
table('dict constructors by n', range(40), dicts)
table('set constructors by n', range(40), sets)


def extended(base, n):
    def grow(step):
        o = list(range(base))
        return size(step(o) or o)

    def assign(o):
        o[len(o):] = list(range(n))
    return [
        grow(lambda o: o.extend(list(range(n)))), grow(lambda o: o.extend(x for x in range(n))), grow(plus_all(tuple(range(n)))), grow(lambda o: o.extend(range(n))),
        grow(assign),
    ]


def plus_all(items):
    def step(o):
        o += items
        return o
    return step


result['list(range(base)).extend: [list, genexpr, +=tuple, range, slice-assign]'] = {
    '%d+%d' % (base, n): extended(base, n) for base in (0, 1, 3, 4, 5, 8, 10, 16, 17) for n in (1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 20, 100)
}
curve('dict 100 ints all deleted then insert', emptied, setitem(lambda i: i), 200)
cleared = {i: i for i in range(100)}
cleared.clear()
result['dict clear'] = size(cleared)
curve('set churn', set, do(lambda o, i: (o.add(i), o.discard(i - 3))), 200)
curve("bytearray extend(b'abc')", bytearray, do(lambda o, i: o.extend(b'abc')), 100)
curve("array('d') extend([1.0]*3)", lambda: array.array('d'), do(lambda o, i: o.extend([1.0] * 3)), 60)
table('array(tc, generator n)', (0, 1, 2, 5, 10, 17, 100), lambda n: size(array.array('i', (x for x in range(n)))))
curve('int bits->size', lambda: 1, lambda o, i: 1 << i + 1, 200)
text = ''
result["s += 'x' (size after 1..40)"] = []
for i in range(40):
    text += 'x'
    result["s += 'x' (size after 1..40)"].append(size(text))
name = ''.join(['\xe9\xe0\xfc', 'abc'])
before = size(name)
compile(name, 'f', 'exec')
result['non-ascii str size before/after utf8 cached by compile(filename)'] = [before, size(name)]


def initialised(n):
    scope = {}
    exec('class C:\n    def __init__(self):\n        pass\n' + ''.join('        self.a%d = %d\n' % (i, i) for i in range(n)), scope)
    made = [scope['C']() for _ in range(3)]
    return [[size(o), size(o.__dict__)] for o in made]


table('class with __init__ of n attrs: 3 instances [obj, dict]', [*range(36), 50], initialised)


def function(source):
    scope = {'sys': sys}
    exec(source, scope)
    return scope['f']


def measured(o, code):
    return [size(o), code.co_nlocals, code.co_stacksize]


def names(n):
    return ', '.join('a%d' % i for i in range(n))


def generator(f, *args):
    made = f(*args)
    row = measured(made, f.__code__)
    made.close()
    return row


generators = {'%d args' % n: generator(function('def f(%s): yield' % names(n)), *range(n)) for n in range(12)}
for n in (0, 1, 2, 5):
    source = 'def f(a):\n' + ''.join('    b%d = a\n' % i for i in range(n)) + '    yield (a,%s)\n' % ''.join('b%d,' % i for i in range(n))
    generators['1 arg + %d locals, yield tuple' % n] = generator(function(source), 0)
for source in ('(x for x in [])', '(x for x in [] if x)', '((x, y) for x in [] for y in [])', '(x+1 for x in range(3))'):
    made = eval(source)
    generators[source] = measured(made, made.gi_code)
for n in (0, 1, 3):
    generators['coroutine %d args' % n] = generator(function('async def f(%s): await g()' % names(n)), *range(n))
result['generator size [getsizeof, co_nlocals, co_stacksize]'] = generators
frames = {}
for n in range(8):
    f = function('def f(%s): return sys._getframe()' % names(n))
    frames['%d args' % n] = measured(f(*range(n)), f.__code__)
result['frame size [getsizeof, co_nlocals, co_stacksize]'] = frames
codes = {}
for source in ('pass', 'x=1', 'x=1\ny=2', 'def f(): pass', 'for i in range(3): pass', 'import sys'):
    code = compile(source, 'f', 'exec')
    codes[source] = [size(code), len(code.co_code), code.co_nlocals]
result['code size [getsizeof, len(co_code), co_nlocals]'] = codes
classes = {}
for source in (
    'class C: pass', 'class C: __slots__=()', "class C: __slots__=('a',)", "class C: __slots__=('a','b','c','d','e')", 'class C:\n x=1\n y=2\n def f(self): pass',
    'class C(list): pass', 'class C(int): pass', 'class C(type): pass', 'class C(tuple): __slots__=()',
):
    scope = {}
    exec(source, scope)
    C = scope['C']
    classes[source] = {
        'getsizeof(C)': size(C), 'basicsize': C.__basicsize__, 'itemsize': C.__itemsize__, 'dictoffset': C.__dictoffset__, 'weakrefoffset': C.__weakrefoffset__,
        'flags': hex(C.__flags__), 'dict': size(dict(C.__dict__)), 'len(dict)': len(C.__dict__), 'dict keys': list(C.__dict__),
    }
result['class objects'] = classes
print(json.dumps(result))
