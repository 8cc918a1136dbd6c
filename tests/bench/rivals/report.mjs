// Times a workload: the first run in the process and the median of three later ones (steady state).
export async function report(bootMs, run) {
  const times = [];
  let stdout = '';
  for (let i = 0; i < 4; i++) {
    const start = performance.now();
    stdout = await run();
    times.push(performance.now() - start);
  }
  const [firstMs, ...later] = times;
  process.stdout.write(JSON.stringify({ bootMs, firstMs, steadyMs: later.sort((a, b) => a - b)[1], stdout }) + '\n');
}
