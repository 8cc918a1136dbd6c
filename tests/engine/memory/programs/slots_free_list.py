# Sorting the names of __slots__ leaves a list on the free list.
import gc, sys, tracemalloc
gc.disable()
gc.collect()
class Slim:
    __slots__ = ('b', 'a')
def main():
    before = sys.getallocatedblocks()
    x = []
    print(sys.getallocatedblocks() - before)
    del x
main()
gc.collect()
class Slimmer:
    __slots__ = ()
def traced():
    tracemalloc.start()
    base = tracemalloc.get_traced_memory()[0]
    x = []
    print(tracemalloc.get_traced_memory()[0] - base)
    tracemalloc.stop()
traced()
