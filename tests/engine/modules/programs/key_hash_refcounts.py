import sys
rc = sys.getrefcount
class C:
    def __hash__(self): print("hash", rc(self)); return 1
c = C(); o = 1
{c: o}
print('-')
{c}
print('-')
{1: 2, c: o}
{1, c}
set([c])
s = set(); s.add(c); d = {}; d[c] = 1; d[c]; d.get(c); c in d; c in s; s.discard(c); del d[c]
frozenset([c])
d.setdefault(c, 1); d.pop(c); dict([(c, 1)]); dict.fromkeys([c]); s.update([c]); s.remove(c); hash(c)
{x for x in [c]}
{x: 1 for x in [c]}
{*[c]}
{**{1: 2}, c: 1}
def f():
    c = C()
    {c: 1}; {c}; hash(c); {1, c}
f()
d = {}
print(dict.fromkeys({c}) != 1, dict.fromkeys([c, c]) != 1, set({c: 1}) != 1, list({c: 1}) != 1, {c: 1}.copy() != 1)
{c: 1} | {c: 2}; d.update({c: 3}); {c} | {c}; {c} & {c}; {c} - {c}; {c}.copy(); frozenset({c}); {c: 1} == {c: 1}; {c} == {c}
class K:
    def __hash__(self): return 5
    def __eq__(self, o): print("eq", rc(self), rc(o)); return True
a, b = K(), K()
{a: 1, b: 2}; d = {a: 1}; d[b]; b in d; d.get(b); d.setdefault(b, 3); d.pop(b); s = {a}; b in s; s.add(b); s.discard(b); dict([(a, 1), (b, 2)]); dict.fromkeys([a, b]); {a: 1} | {b: 2}; {a} | {b}; {a} & {b}; {a: 1} == {b: 1}; {a} == {b}; [a].index(b); [a].count(b); [a] == [b]; (a,) == (b,); b in [a]; b in (a,); [a].remove(b)
d = {a: 1}
del d[b]
