# One workload in a real interpreter: the same protocol as the others.
import contextlib, io, json, sys, time
source = open(sys.argv[1]).read()
times, out = [], ''
for _ in range(4):
    buffer = io.StringIO()
    start = time.perf_counter()
    with contextlib.redirect_stdout(buffer):
        exec(compile(source, sys.argv[1], 'exec'), {'__name__': '__main__'})
    times.append((time.perf_counter() - start) * 1000)
    out = buffer.getvalue()
print(json.dumps({'bootMs': 0, 'firstMs': times[0], 'steadyMs': sorted(times[1:])[1], 'stdout': out}))
