# Addresses of blocks above 512 bytes: how malloc uses what was freed (distances only, after all that start-up left free is taken).
kept = [None] * 100000
count = 0
# Take every chunk that start-up left free, the largest first, until each request is served at the top of the heap.
highest = 0
size = 120000
while size > 500:
    while True:
        o = kept[count] = b'x' * size
        count += 1
        if id(o) > highest:
            highest = id(o)
            break
    size -= 16 if size < 8000 else 512
o = None
def mk(n): return b'y' * n
def rel(objs, base=None):
    ids = [id(o) for o in objs]
    base = ids[0] if base is None else base
    return [i - base for i in ids]
N1 = 1000
xs = [mk(N1) for _ in range(20)]
print('fresh', rel(xs))
base = id(xs[0])
ids = [id(x) for x in xs]
for i in (3, 5, 7, 9): xs[i] = None
ys = [mk(N1) for _ in range(5)]
print('tcache lifo', [ids.index(id(y)) if id(y) in ids else 'new' for y in ys])
del ys
xs = None
zs = [mk(N1) for _ in range(22)]
print('all freed, again', [ids.index(id(z)) if id(z) in ids else 'new' for z in zs])
zs = None
# split and coalesce
b = [mk(2000) for _ in range(12)]; base = id(b[0]); print('2000', rel(b))
for i in range(2, 10): b[i] = None
c = [mk(900) for _ in range(12)]; print('900 after', rel(c, base))
c = None
d = [mk(6000) for _ in range(3)]; print('6000 after', rel(d, base))
d = None; b = None
# best fit among different sizes
b = [mk(3000 + 500 * (i % 5)) for i in range(15)]; base = id(b[0]); print('mixed', rel(b))
for i in (1, 3, 5, 7, 9, 11): b[i] = None
c = [mk(n) for n in (3400, 4400, 2900, 3300, 600, 600, 10000)]; print('best fit', rel(c, base))
b = c = None
# lists growing
l = []
moves = 0; last = None
for i in range(3000): l.append(i)
m1 = mk(5000); m2 = mk(5000); print('then', id(m2) - id(m1))
# big: mmap threshold
big = [mk(300000) for _ in range(4)]; print('mmap', rel(big), id(big[0]) % 4096)
i0 = [id(x) for x in big]
del big[1]; e = mk(300000); print('again', id(e) == i0[1], id(e) % 4096 == 16)
big = e = None
f = [mk(300000) for _ in range(3)]; print('threshold has grown', rel(f))
f = None
g = [mk(2000000) for _ in range(3)]; print('2 MB', rel(g), id(g[0]) % 4096)
g = None
h = [mk(1500000) for _ in range(3)]; print('1.5 MB', rel(h))
h = None
z = [bytes(700) for _ in range(10)]; base = id(z[0]); zi = [id(x) for x in z]; print('calloc', rel(z))
z[2] = z[4] = z[6] = None
w = [bytes(700) for _ in range(3)]; v = [mk(700) for _ in range(4)]
print('calloc leaves the tcache alone', [zi.index(id(x)) if id(x) in zi else 'new' for x in w], [zi.index(id(x)) if id(x) in zi else 'new' for x in v])
state = 1
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
slots = [None] * 64
order = [0] * 1500
names = [0] * 1500
known = 0
for step in range(1500):
    at = rnd(64)
    slots[at] = None
    o = mk(520 + rnd(rnd(30000) + 1))
    slots[at] = o
    address = id(o)
    for i in range(known):
        if names[i] == address: break
    else:
        i = known
        names[known] = address
        known += 1
    order[step] = i
print(known, hash(tuple(order)) & 0xffffff, order[-30:])
base = id(slots[0])
print([id(o) - base for o in slots])
