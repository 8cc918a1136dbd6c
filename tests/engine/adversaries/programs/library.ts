// The library.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const library: readonly Adversary[] = [
  ...ends('step-limit', {
    deflate_long_chains: `import zlib, random
data = bytearray(b"abc." * 200000)
data[3::4] = random.randbytes(200000)
zlib.compress(data, 9)
`,
    inflate_again_and_again: `import zlib
packed = zlib.compress(bytes(1 << 20))
while True: zlib.decompress(packed)
`,
    difflib: `import difflib
list(difflib.ndiff(["a%d"%i for i in range(2000)],["b%d"%i for i in range(2000)]))
`,
    csv_field: `import csv
list(csv.reader(['"' + 'x' * 200000]))
`,
    deepcopy_wide: `import copy
x = [[i] for i in range(20000)]
while True: copy.deepcopy(x)
`,
    random_shuffle: `import random
x = list(range(100000))
while True: random.shuffle(x)
`,
    datetime_range: `from datetime import date, timedelta
d = date.min
while True: d += timedelta(1)
`,
    enum_many: `from enum import Enum
Enum('E', [f'a{i}' for i in range(5000)])
`,
    dataclass_many: `from dataclasses import make_dataclass
make_dataclass('D', [f'a{i}' for i in range(3000)])
`,
    namedtuple_many: `from collections import namedtuple
namedtuple('T', [f'a{i}' for i in range(20000)])
`,
    lru_cache_flood: `from functools import cache
f = cache(lambda n: n)
i = 0
while True: f(i); i += 1
`,
    tasks_flood: `import asyncio
async def f():
    asyncio.create_task(f()); asyncio.create_task(f())
    await asyncio.sleep(0)
    while True: await asyncio.sleep(1)
asyncio.run(f())
`,
    lock_twice: `import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
`,
    queue_empty: `import queue
queue.Queue().get()
`,
    compile_flood: `while True: compile('x = ' + '1 + ' * 1000 + '1', 'f', 'exec')
`,
    base64_flood: `import base64
b = bytes(10**6)
while True: base64.b85encode(b)
`,
    hashlib_flood: `import hashlib
h = hashlib.sha256()
while True: h.update(bytes(10**6))
`,
    walk_loop: `import os
while True: os.makedirs('a/' * 200, exist_ok=True)
`,
  }),
  ...ends('memory-limit', {
    inflate_first_output: `import zlib
zlib.decompress(zlib.compress(b""), bufsize=1 << 24)
`,
    deflate_objects: `import zlib
kept = []
while True: kept.append(zlib.compressobj())
`,
    textwrap_quadratic: `import textwrap
textwrap.dedent('\\n'.join(' ' * i for i in range(5000)))
`,
  }),
  ...ends('exception', {
    open_flood: `f=open("x","w")
while True: f.write("x"*10000)
`,
    struct_repeat: `import struct
struct.unpack('1000000000000x', b'')
`,
    exec_namespace: `exec('def f(): f()\\nf()', {'__builtins__': {}})
`,
    files_flood: `i = 0
while True:
    open(f'f{i}', 'w').close(); i += 1
`,
  }),
  ...ends('ok', {
    chainmap_deep: `from collections import ChainMap
c = ChainMap()
for _ in range(3000): c = ChainMap({}, c)
try: print(c.get(1))
except RecursionError: print('rec')
`,
    threads_flood: `import threading
def f(): threading.Thread(target=f).start()
f()
`,
    file_seek: `f = open('x', 'wb')
f.seek(1 << 50)
f.write(b'x')
`,
  }),
]
