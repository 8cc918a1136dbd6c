// Elementary functions of doubles, as the C library gives them. One door, so that every place that needs them agrees.

export const exp = Math.exp;
export const log = Math.log;
export const sin = Math.sin;
export const cos = Math.cos;
export const atan2 = Math.atan2;
export const pow = (x: number, y: number): number => (x === 1 || (x === -1 && (y === Infinity || y === -Infinity)) ? 1 : x ** y);

/** sqrt(x² + y²), scaled so that nothing overflows on the way; the error is below one unit in the last place. */
export function hypot(x: number, y: number): number {
  return Math.hypot(x, y);
}
