// zlib's objects own what their tp_traverse visits: reference counts recomputed from the roots, while streams of every kind are alive and after errors.
import { expect, test } from 'vitest';
import { audit } from '#lib/engine/audit.ts';
import { PYTHON_VERSIONS } from '#lib/engine/index.ts';
import { startRun } from '#lib/engine/machine-run.ts';
import { execMain } from '#lib/engine/vm/run.ts';

const SOURCE = `
import zlib
packed = zlib.compress(b'abc' * 9000) + b'tail'
deflaters = [zlib.compressobj(), zlib.compressobj(9, zdict=b'abc'), zlib.compressobj(1, 8, -15)]
for one in deflaters: one.compress(b'abc' * 999)
deflaters.append(deflaters[0].copy())
deflaters[1].flush()
inflaters = [zlib.decompressobj(), zlib.decompressobj(zdict=bytearray(b'abc')), zlib.decompressobj(-15)]
inflaters[0].decompress(packed, 10)
inflaters.append(inflaters[0].copy())
inflaters[0].flush()
inflaters[0].decompress(b'more') if not inflaters[0].eof else None
if hasattr(zlib, '_ZlibDecompressor'):
    inflaters += [zlib._ZlibDecompressor(), zlib._ZlibDecompressor(zdict=b'abc')]
    inflaters[-2].decompress(packed, 100)
    inflaters[-1].decompress(packed)
for wrong in (lambda: zlib.decompress(b'x'), lambda: zlib.decompress(packed[:9]), lambda: zlib.compressobj(77), lambda: zlib.decompressobj(5), lambda: deflaters[1].compress(b''),
              lambda: inflaters[0].copy(), lambda: zlib.compressobj(zdict=b'a', wbits=31), lambda: zlib.decompressobj(-15, b'a').decompress(b'\\xff' * 9)):
    try: wrong()
    except (zlib.error, ValueError): pass
    else: raise AssertionError
del deflaters[0], inflaters[0]
`;

test.each(PYTHON_VERSIONS)('zlib %s: its objects count and are freed as they should', (python) => {
  const run = startRun({ source: SOURCE, filename: 'streams.py', python });
  const outcome = execMain(run.m, {});
  expect([outcome.status, outcome.message]).toEqual(['ok', null]);
  expect(audit(run.m, { firstSerial: run.firstSerial, exact: true })).toEqual([]);
});
