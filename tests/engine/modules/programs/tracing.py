import trace, sys, os
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
class C:
    def m(self):
        """doc"""
        x = 1
        for i in range(2):
            x += i
        return x
def main():
    c = C()
    c.m()
    try:
        1/0
    except ZeroDivisionError:
        pass
    return fib(2)
t = trace.Trace(count=1, trace=1)
print(t.runfunc(main))
r = t.results()
print(sorted((os.path.basename(f), l, n) for (f, l), n in r.counts.items()))
t = trace.Trace(count=0, trace=0, countfuncs=1)
t.runfunc(main)
for k in sorted(t.results().calledfuncs): print(os.path.basename(k[0]), k[1:])
t = trace.Trace(count=0, trace=0, countcallers=1)
t.run('main()')
for k in sorted([(os.path.basename(x[0]), x[1:]) for x in k] for k in t.results().callers): print(k)
t = trace.Trace(count=1, trace=0)
t.runfunc(main)
import tempfile
cov = tempfile.mkdtemp()
t.results().write_results(show_missing=True, summary=False, coverdir=cov)
for n in sorted(os.listdir(cov)):
    if n == os.path.splitext(os.path.basename(__file__))[0] + '.cover' or n.endswith('programs.tracing.cover'): print(open(os.path.join(cov, n)).read())
