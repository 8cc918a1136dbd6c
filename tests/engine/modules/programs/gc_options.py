import gc, sys
sys.stderr = sys.stdout
class A: pass
a = A(); a.a = a; del a
print(gc.collect(), gc.garbage)
gc.set_debug(gc.DEBUG_SAVEALL)
l = []; l.append(l); del l; print(gc.collect(), len(gc.garbage), gc.garbage); gc.garbage.clear()
gc.set_debug(0); print(gc.get_debug(), gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
print(gc.collect(), gc.isenabled(), gc.get_threshold())
ev = []
def cb(phase, info): ev.append((phase, info['generation'], info['collected'], info['uncollectable']))
gc.callbacks.append(cb); a = A(); a.x = a; del a; gc.collect(); gc.collect(0); gc.collect(1); gc.callbacks.remove(cb); print(ev)
for bad in (3, -1, 'x'):
    try: gc.collect(bad)
    except Exception as e: print(type(e).__name__, e)
gc.disable(); gc.enable(); print(gc.isenabled())
class F:
    def __del__(self): global keep; keep = self; print('res')
f = F(); f.f = f; del f; print(gc.collect(), keep.f is keep, gc.is_finalized(keep)); del keep; print(gc.collect())
x = []; print(gc.is_tracked(x), gc.is_tracked({}), gc.is_tracked(()), gc.is_tracked((1,)), gc.is_tracked({'a': []}), gc.is_tracked(5), gc.is_tracked(A()), gc.is_tracked(A))
h = [x]; print([r is h for r in gc.get_referrers(x) if r is not globals()], gc.get_referents(h) == [x], gc.get_referents({'k': 1}), gc.get_referents(1))
gc.freeze(); print(gc.get_freeze_count() > 0); gc.unfreeze(); print(gc.get_freeze_count())
gc.set_threshold(5, 2); print(gc.get_threshold()); gc.set_threshold(700, 10, 10); print(len(gc.get_stats()), sorted(gc.get_stats()[0])[:3])
try: gc.set_threshold()
except TypeError as e: print(e)
try: gc.get_objects(5)
except ValueError as e: print(e)
print(any(o is h for o in gc.get_objects()), any(o is h for o in gc.get_objects(generation=0)))
try: gc.set_debug('x')
except TypeError as e: print(e)
try: gc.set_threshold(1, 2, 3, 4)
except TypeError as e: print(e)
try: gc.set_threshold(1, x=2)
except TypeError as e: print(e)
