# Standard output that is no terminal holds the printed strings until 8 KiB have come together.
import gc
import sys

s = ''.join(['ab', 'c d'])
print(sys.getrefcount(s))
print(s)
print(sys.getrefcount(s))
print(s, s, sep='-')
print(sys.getrefcount(s))
sys.stdout.flush()
print(sys.getrefcount(s))
t = '\u00e9' + s
print(t)
print(sys.getrefcount(t))
x = str(12345)
print(x, flush=True)
print(sys.getrefcount(x))
gc.collect()
a = sys.getallocatedblocks()
print('hello')
print('world')
b = sys.getallocatedblocks()
print(b - a)
for i in range(10):
    print(i * 1000)
c = sys.getallocatedblocks()
print(c - b)
big = 'y' * 5000
print(big[:4000])
print(sys.getrefcount(big), sys.getallocatedblocks() - c)
