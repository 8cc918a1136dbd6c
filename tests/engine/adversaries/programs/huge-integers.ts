// Huge integers.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const hugeIntegers: readonly Adversary[] = [
  ...ends('step-limit', {
    big_mul: `x=3
while True: x*=x
`,
    big_factorial: `import math
math.factorial(10**7)
`,
    big_comb: `import math
math.comb(10**7,5*10**6)
`,
    big_isqrt: `import math
for i in range(1000): math.isqrt(1<<(i*1000))
`,
    big_gcd: `import math
a=b=1
for i in range(60000): a,b=a+b,a
print(math.gcd(a,b))
`,
    big_int_nolimit: `import sys
sys.set_int_max_str_digits(0)
len(str(1<<3000000))
`,
    decimal_bomb: `from decimal import *
getcontext().prec=10**8
try: print(Decimal(1)/3==0)
except MemoryError: print("m")
`,
    fraction_bomb: `from fractions import Fraction
x=Fraction(1,3)
while True: x=x*x+x
`,
    big_pow_three_arguments: `m = 10**4000 + 1
while True: pow(3, m, m)
`,
    big_shift_back_and_forth: `x = 1
while True: x = (x << 1000) >> 999
`,
    big_bit_operations: `x = (1 << 4000000) - 1
while True: x ^ (x >> 1) & x | x
`,
    big_division: `a = 10**60000
b = 10**30000 + 7
while True: a // b, a % b
`,
    big_from_bytes: `x = int.from_bytes(bytes(3000000), 'big')
while True: int.from_bytes(b'\\xff' * 1000000, 'big').bit_count()
`,
    big_int_of_text: `import sys
sys.set_int_max_str_digits(0)
while True: int('7' * 100000)
`,
    big_float_parse: `while True: float('1' * 100000 + 'e-99999')
`,
    big_hash: `x = (1 << 8000000) - 3
while True: hash(x)
`,
    big_compare: `a = 1 << 8000000
b = a + 1
while True: a < b
`,
    big_perm_of_half: `import math
math.perm(10**7, 10**6)
`,
    big_lcm: `import math
x = 1
for i in range(1, 10**6): x = math.lcm(x, i)
`,
    big_format_thousands: `import sys
sys.set_int_max_str_digits(0)
while True: f'{1 << 300000:,}'
`,
    big_decimal_context: `from decimal import Decimal, getcontext
getcontext().prec = 50000
while True: Decimal(2).sqrt()
`,
    big_complex_power: `x = 1j
while True: x = x ** 1000000000
`,
  }),
  ...ends('memory-limit', {
    big_pow: '9**9**9\n',
    big_shift: '1<<(1<<40)\n',
    struct_bomb: `import struct
struct.calcsize("1000000000000d")
struct.pack("%dx"%(10**12))
`,
    random_bomb: `import random
random.getrandbits(10**12)
`,
    big_fraction_text: `from fractions import Fraction
Fraction('1e99999999')
`,
  }),
  ...ends('exception', {
    big_to_bytes: `(1 << 64).to_bytes(1 << 40, 'little')
`,
    big_shift_ok: '1<<(1<<70)\n',
    big_fact2: `import math
math.factorial(10**30)
`,
    big_str_digits: 'str(1<<100000)\n',
    big_int_parse: 'int("1"*5000)\n',
    decimal_exp: `from decimal import *
print(Decimal(10)**Decimal(10**8))
`,
  }),
  ...ends('ok', {
    big_pow_mod: 'print(pow(3, 10**400, 10**399+7)%1000)\n',
    big_hex: 'len(hex(1<<10000000))\n',
  }),
]
