# One workload in a real interpreter: the same protocol as the others.
import contextlib, io, json, os, sys, time
source = open(sys.argv[1]).read()
times, out = [], ''
for _ in range(int(os.environ.get('BENCH_RUNS', 6))):
    buffer = io.StringIO()
    start = time.thread_time()
    with contextlib.redirect_stdout(buffer):
        exec(compile(source, sys.argv[1], 'exec'), {'__name__': '__main__'})
    times.append((time.thread_time() - start) * 1000)
    out = buffer.getvalue()
later = sorted(times[1:]) or times
print(json.dumps({'bootMs': 0, 'firstMs': times[0], 'steadyMs': later[len(later) // 2], 'stdout': out}))
