# Where adding strings grows the left one in place: which runs of which instruction.
import sys
def f(n):
    s = ''
    out = []
    last = None
    for i in range(n):
        before = id(s)
        s += 'abcdefg'
        out.append(before == id(s))
    return ''.join('Y' if x else '.' for x in out)
print(f(30)); print(f(30)); print(f(30))
def g(n):
    s = ''
    out = []
    for i in range(n):
        before = id(s)
        s = s + 'abcdefg'
        out.append(before == id(s))
    return ''.join('Y' if x else '.' for x in out)
print(g(30)); print(g(30))
def h(s):
    b = id(s)
    s += 'x'
    return b == id(s)
print([h(str(i)*50) for i in range(14)])
def k(s):
    s = s + 'q'
    b = id(s)
    s += 'x'
    return b == id(s)
print([k(str(i)*50) for i in range(14)])
s = ''
r = []
for i in range(20):
    b = id(s)
    s += 'abc'
    r.append(b == id(s))
print(r)
def w(n):
    s = ''
    out = []
    i = 0
    while i < n:
        before = id(s)
        s += 'abcdefg'
        out.append(before == id(s))
        i += 1
    return ''.join('Y' if x else '.' for x in out)
print(w(20)); print(w(20)); 
for _ in range(9): x = w(20)
print(x)
def miss(a, b, t):
    ib = id(a)
    a0 = a
    del a0
    b = a + t
    return ib == id(b)
out = []
for i in range(12):
    p = str(i) * 40
    out.append(miss(p, p, 'x'))
print(out)
def site(a, t, same):
    b = a if same else None
    a = None if same else a
    i = id(b) if same else id(a)
    if same: q = b; b = None
    return i
def site2(a, b, t):
    i = id(a)
    b = a + t
    return i == id(b)
def gen(n):
    s = ''
    for i in range(n):
        b = id(s)
        s += 'abcdefg'
        yield b == id(s)
print(list(gen(20)))
def two(s):
    b = id(s)
    s += 'x'; t = s
    return id(t) == b
print([two(str(i)*50) for i in range(14)])
def cell(s):
    b = id(s)
    s += 'x'
    return id(s) == b, (lambda: s)
print([cell(str(i)*50)[0] for i in range(14)])
def ints(n):
    t = 0; s = 'ab' * 20
    r = []
    for i in range(n):
        t += i
        b = id(s)
        s += 'x'
        r.append(id(s) == b)
    return r
print(ints(12))
# misses and specialising anew
def acc(a, b, k):
    out = []
    for i in range(k):
        ident = id(a)
        b = a + 'y'
        out.append(id(b) == ident)
        if i < 100: pass
    return out
def msite(first, other, t):
    r = first
    r = other + t
    return r
class Box: pass
def drive():
    res = []
    for i in range(200):
        if i < 15 or i > 30:
            s = str(i) * 50
        else:
            s = str(i) * 50
        b = id(s)
        if 20 <= i < 110: k = 'other' * 20
        else: k = s
        j = id(k)
        del s
        s = k if i % 200 >= 0 else None
        del k
        s = s + 'z'
        res.append(id(s) == j)
    return ''.join('Y' if x else '.' for x in res)
print(drive())
def m(start, k, total):
    o = 'other' * 20
    out = []
    for i in range(total):
        s = str(i) * 50
        c = i < start or i >= start + k
        j = id(s)
        s = (s if c else o) + 'z'
        out.append(id(s) == j)
    return ''.join('Y' if x else '.' for x in out)
import types
def fresh(): return types.FunctionType(m.__code__.replace(co_name='m'), globals())
for k in (3, 30, 50, 51, 52, 53, 54, 55, 56, 57, 60, 105, 106, 107, 108, 109, 110):
    print(k, fresh()(12, k, 12 + k + 8)[10:].replace('.' * 20, '#'))
# interleaved
def m2(total):
    o = 'other' * 20
    out = []
    for i in range(total):
        s = str(i) * 50
        c = i % 3
        j = id(s)
        s = (s if c else o) + 'z'
        out.append(id(s) == j)
    return ''.join('Y' if x else '.' for x in out)
print(m2(300))
print(m2(300))
