// Integers scaled by a power of two as doubles, rounded once (CPython Objects/longobject.c: _PyLong_Frexp, long_true_divide).

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/** `mantissa` × 2**`exponent`, rounded half to even once (also into the subnormal range). */
export function scaleRounded(mantissa: bigint, exponent: number): number {
  const bits = bitLength(mantissa);
  const keep = Math.min(53, bits + exponent + 1074);
  if (keep < 0) return 0;
  const drop = bits - keep;
  let head = mantissa;
  if (drop > 0) {
    const by = BigInt(drop);
    head = mantissa >> by;
    const rest = mantissa - (head << by);
    const half = 1n << (by - 1n);
    if (rest > half || (rest === half && (head & 1n) === 1n)) head += 1n;
    exponent += drop;
  }
  return timesPowerOfTwo(Number(head), exponent);
}

/** x × 2**exponent without a double rounding (x has the bits the result may have). */
export function timesPowerOfTwo(x: number, exponent: number): number {
  while (exponent > 1000) {
    x *= 2 ** 1000;
    exponent -= 1000;
    if (x === Infinity || x === -Infinity) return x;
  }
  while (exponent < -1000) {
    x *= 2 ** -1000;
    exponent += 1000;
    if (x === 0) return x;
  }
  return x * 2 ** exponent;
}
