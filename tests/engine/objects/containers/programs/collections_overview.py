from collections import deque, defaultdict, OrderedDict, Counter, namedtuple, ChainMap
import sys, itertools
d = deque([1,2,3], maxlen=2); d.append(9); print(d, sys.getsizeof(d))
dd = defaultdict(list); dd['a'].append(1); print(dd)
o = OrderedDict(a=1,b=2); o.move_to_end('a'); print(o, sys.getsizeof(o))
print(Counter('abracadabra').most_common(2))
P = namedtuple('P','x y'); p=P(1,2); print(p, p.x, p._replace(x=5), P.__doc__)
print(ChainMap({'a':1},{'b':2})['b'])
print(list(itertools.combinations(range(4),2)), list(itertools.product('ab',repeat=2)))
print({3,1,2}, frozenset('abc'), sorted([3,1,2], reverse=True))
print({1:2}|{3:4}, [1,2,3][::-1], list(zip([1,2],[3,4])))
