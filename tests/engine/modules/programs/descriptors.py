# os.dup and os.dup2 on the console's descriptors; where the collector's reports go.
import gc, io, os, re, sys

PATH = '/tmp/pyarena_descriptors.txt'
print('start', flush=True)
saved = os.dup(1)
print(saved >= 3, flush=True)
fd = os.open(PATH, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
sys.stdout.flush()
result = os.dup2(fd, 1)
print('in the file', result)
sys.stdout.flush()
os.write(1, b'raw\n')
os.write(fd, b'same place\n')
os.dup2(saved, 1)
print('after', flush=True)
os.close(fd); os.close(saved)
print(open(PATH).read())
for call in (lambda: os.dup(77), lambda: os.dup2(77, 1), lambda: os.dup2(1, -1), lambda: os.write(78, b''), lambda: os.close(78), lambda: open('x', closefd=False)):
    try: print(call())
    except (OSError, ValueError) as e: print(type(e).__name__, e)
with open(os.devnull, 'w') as null:
    saved = os.dup(1)
    sys.stdout.flush()
    os.dup2(null.fileno(), 1)
    print('nobody reads this', flush=True)
    os.dup2(saved, 1)
    os.close(saved)
f = open(1, 'w', closefd=False, buffering=1)
print(f.buffer.raw, f.buffer.raw.closefd, flush=True)
f.write('through f\n'); f.close()
print('stdout lives', flush=True)

def without_numbers(text):
    return re.sub(r'0x[0-9a-f]+', 'ADDRESS', re.sub(r'\d\.\d{4}s', 'TIME', re.sub(r'( \d+){3}\n.*: \d+', ' SIZES', text)))

old = sys.stderr
sys.stderr = io.StringIO()
gc.disable(); gc.collect(); gc.collect()
gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE)
class Node: pass
a = Node(); a.me = a; del a
gc.collect()
gc.set_debug(gc.DEBUG_STATS)
l = []; l.append(l); del l
gc.collect(0)
l = []; l.append(l); del l
gc.collect(1)
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_LEAK)
d = {}; d['me'] = d; where = hex(id(d)); del d
gc.collect()
gc.set_debug(0)
text = sys.stderr.getvalue(); sys.stderr = old
print(without_numbers(text), where in text, len(gc.garbage))
gc.garbage.clear()
sys.stdout.flush()
os.dup2(1, 2)
print('to stdout', file=sys.stderr)
print('and this', flush=True)
sys.stderr = sys.stdout
gc.set_debug(gc.DEBUG_COLLECTABLE)
print(gc.collect(0), flush=True)
gc.set_debug(0)
os.remove(PATH)
