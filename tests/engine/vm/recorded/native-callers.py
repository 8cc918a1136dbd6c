# How many levels of recursion through with, sets, dicts, patterns, json and unpacking there are until RecursionError. Recorded: *.txt.
import json, operator, re, sys
def deepest(name, start):
    global most
    most = 0
    try:
        start()
        print(name, most, 'ended')
    except RecursionError as e:
        print(name, most, e)
def down():
    global most
    most += 1

def hashing(use):
    class A:
        def __hash__(self):
            down(); use(A())
            return 1
    return lambda: hash(A())
deepest('set.add', hashing(lambda a: {7}.add(a)))
deepest('set.discard', hashing(lambda a: {7}.discard(a)))
deepest('set.union', hashing(lambda a: {7}.union([a])))
deepest('set | set', hashing(lambda a: {7} | {a}))
deepest('dict.setdefault', hashing(lambda a: {7: 7}.setdefault(a)))
deepest('dict.pop', hashing(lambda a: {7: 7}.pop(a, 7)))
deepest('str.join', hashing(lambda a: ''.join([str(hash(a))])))

class R:
    def __eq__(self, other):
        down(); [R()].remove(R())
        return True
deepest('list.remove', lambda: R() == R())

class Enters:
    def __enter__(self):
        down()
        with Enters():
            pass
    def __exit__(self, *exc): pass
def enter():
    with Enters():
        pass
deepest('with', enter)

class Exits:
    def __enter__(self): pass
    def __exit__(self, *exc):
        down()
        with Exits():
            raise KeyError
def leave():
    with Exits():
        raise KeyError
deepest('__exit__ of an exception', leave)

pattern = re.compile('a(b)?')
def replaced(match):
    down(); return pattern.sub(replaced, 'xay')
deepest('pattern.sub', lambda: pattern.sub(replaced, 'a'))
def replaced_again(match):
    down(); return re.sub('a', replaced_again, 'xay')
deepest('re.sub', lambda: re.sub('a', replaced_again, 'a'))

def encoded(o):
    down(); return json.dumps([object()], default=encoded)
if sys.version_info >= (3, 12): deepest('json.dumps', lambda: encoded(1))
def decoded(o):
    down(); return json.loads('[{"a": {}}]', object_hook=decoded)
if sys.version_info >= (3, 12): deepest('json.loads', lambda: decoded(1))

def unpacking():
    down(); first, = unpacking(); yield first
def first(g):
    one, = g
    return one
deepest('unpacking', lambda: first(unpacking()))
def starred():
    down(); one, *rest = starred(); yield one
deepest('starred', lambda: list(starred()))
def spread():
    down(); print(*spread()); yield 1
deepest('call with *', lambda: print(*spread()))
def shown():
    down(); [0, *shown()]; yield 1
deepest('list with *', lambda: [*shown()])
def extended():
    down(); [0].extend(extended()); yield 1
deepest('list.extend', lambda: [].extend(extended()))
def sent():
    down(); sent().send(None); yield 1
deepest('send', lambda: sent().send(None))

class Got:
    @property
    def x(self):
        down(); return operator.attrgetter('x')(self)
deepest('attrgetter', lambda: Got().x)
class Matched:
    @property
    def x(self):
        down()
        match self:
            case Matched(x=1): pass
deepest('match', lambda: Matched().x)

# What each level did is done once.
seen = []
class Counted:
    def __init__(self, n): self.n = n
    def __enter__(self):
        seen.append(self.n)
        if self.n:
            with Counted(self.n - 1) as inner:
                return inner + self.n
        return 0
    def __exit__(self, *exc):
        seen.append(-self.n)
with Counted(300) as total:
    print(total)
print(len(seen), sum(seen), seen[:3], seen[-3:])
def items(n):
    yield n
    if n: yield from [*items(n - 1)]
    yield -n
print(sum(items(300)), len([*items(300)]))
def nested(match):
    n = int(match[0])
    return '.' if n == 0 else f'({pattern_of_digits.sub(nested, str(n - 1))})'
pattern_of_digits = re.compile(r'\d+')
print(len(pattern_of_digits.sub(nested, '300 and 299')))
class Node:
    def __init__(self, n): self.n = n
def as_data(node):
    return json.loads(json.dumps(Node(node.n - 1), default=as_data)) + 1 if node.n else 0
print(json.dumps(Node(150), default=as_data))
def numbers(n):
    if n: print(end='', *numbers(n - 1))
    yield n
print(*numbers(300))
