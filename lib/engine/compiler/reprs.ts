// repr() of constants, where the compiler itself needs it: messages, annotation texts, dis.
import type { Const, StrConst } from './code-unit.ts';
import { codePointsOf } from './constants.ts';

/** `repr(value)`. Code objects, which show addresses, appear without one. */
export function reprOfConst(value: Const): string {
  switch (value.t) {
    case 'none':
      return 'None';
    case 'true':
      return 'True';
    case 'false':
      return 'False';
    case 'ellipsis':
      return 'Ellipsis';
    case 'int':
      return value.v.toString();
    case 'float':
      return reprOfFloat(value.v);
    case 'complex':
      return reprOfComplex(value.re, value.im);
    case 'str':
      return reprOfStr(value);
    case 'bytes':
      return reprOfBytes(value.v);
    case 'tuple':
      return value.items.length === 1
        ? `(${value.items.map(reprOfConst).join('')},)`
        : `(${value.items.map(reprOfConst).join(', ')})`;
    case 'frozenset':
      return `frozenset({${value.items.map(reprOfConst).join(', ')}})`;
    case 'slice':
      return `slice(${[value.start, value.stop, value.step].map(reprOfConst).join(', ')})`;
    case 'code':
      return `<code object ${value.unit.name}, file "${value.unit.filename}", line ${value.unit.firstlineno}>`;
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}

/** `repr` of a float: the shortest digits, an exponent below 1e-4 and from 1e16. */
export function reprOfFloat(v: number): string {
  if (Number.isNaN(v)) return 'nan';
  if (!Number.isFinite(v)) return v > 0 ? 'inf' : '-inf';
  if (v === 0) return Object.is(v, -0) ? '-0.0' : '0.0';
  const [mantissa = '', exponentText = '0'] = v.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = Math.abs(exponent).toString().padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
  }
  const plain = exponent < 0 ? plainSmall(v, mantissa, exponent) : v.toString();
  return plain.includes('.') ? plain : `${plain}.0`;
}

function plainSmall(v: number, mantissa: string, exponent: number): string {
  const digits = mantissa.replace('-', '').replace('.', '');
  return `${v < 0 ? '-' : ''}0.${'0'.repeat(-exponent - 1)}${digits}`;
}

function reprOfComplex(re: number, im: number): string {
  const part = (v: number): string => reprOfFloat(v).replace(/\.0$/, '');
  if (re === 0 && !Object.is(re, -0)) return `${part(im)}j`;
  const sign = im < 0 || Object.is(im, -0) || Number.isNaN(im) ? '' : '+';
  return `(${part(re)}${sign}${part(im)}j)`;
}

const UNPRINTABLE = /[\p{C}\p{Z}]/u;

function reprOfStr(value: StrConst): string {
  const quote = value.v.includes("'") && !value.v.includes('"') ? '"' : "'";
  let text = '';
  for (const point of codePointsOf(value)) text += escapePoint(point, quote);
  return quote + text + quote;
}

function escapePoint(point: number, quote: string): string {
  const char = String.fromCodePoint(point);
  if (char === quote || char === '\\') return `\\${char}`;
  if (char === '\n') return '\\n';
  if (char === '\r') return '\\r';
  if (char === '\t') return '\\t';
  if (char === ' ' || !UNPRINTABLE.test(char)) return char;
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}

function reprOfBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let text = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (byte >= 0x20 && byte < 0x7f) text += char === quote || char === '\\' ? `\\${char}` : char;
    else text += escapeByte(byte);
  }
  return `b${quote}${text}${quote}`;
}

function escapeByte(byte: number): string {
  if (byte === 9) return '\\t';
  if (byte === 10) return '\\n';
  if (byte === 13) return '\\r';
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
