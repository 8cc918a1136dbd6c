# Where a load of an empty local raises: 3.11 runs pairs of loads and stores as one once a function is warm, and then raises at the first of them.
import sys
def where(e):
    tb=e.__traceback__; out=[]
    while tb:
        p=list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti//2]
        out.append((p[0], p[2], p[3]))
        tb=tb.tb_next
    return out
def show(*a, **k): return a
def go(rounds):
    for i in range(rounds): pass
    def t(f):
        pass
    a = 1
    b = 2
    try: del u
    except UnboundLocalError as e: print(where(e), sys.exc_info()[2].tb_lasti)
    try: show('s', u)
    except UnboundLocalError as e: print(where(e))
    try: show(a, u)
    except UnboundLocalError as e: print(where(e))
    try: show(a, b, u)
    except UnboundLocalError as e: print(where(e))
    try: show(a, a, b, u)
    except UnboundLocalError as e: print(where(e))
    try: show('s', a, u)
    except UnboundLocalError as e: print(where(e))
    try: show(u, a)
    except UnboundLocalError as e: print(where(e))
    try: show(a, 1, u)
    except UnboundLocalError as e: print(where(e))
    try:
        c = a
        u
    except UnboundLocalError as e: print(where(e))
    try:
        c = d = a
        u
    except UnboundLocalError as e: print(where(e))
    try:
        c, d = a, b
        show(u)
    except UnboundLocalError as e: print(where(e))
    try: a.x = u
    except UnboundLocalError as e: print(where(e))
    try: u.x = a
    except UnboundLocalError as e: print(where(e))
    try: u[a] = a
    except UnboundLocalError as e: print(where(e))
    try: a + u
    except UnboundLocalError as e: print(where(e))
    try: a + 1 + u
    except UnboundLocalError as e: print(where(e))
    try: u += a
    except UnboundLocalError as e: print(where(e))
    try:
        kept = []
        for j in [u, 1]: pass
    except UnboundLocalError as e: print(where(e))
    try: show(a if a else 1, u)
    except UnboundLocalError as e: print(where(e))
    try: show(1 if b else a, u)
    except UnboundLocalError as e: print(where(e))
    try: show(1 if not b else a, u)
    except UnboundLocalError as e: print(where(e))
    try: show(a, k=u)
    except UnboundLocalError as e: print(where(e))
    try: [a for x in u]
    except UnboundLocalError as e: print(where(e))
    try: [a, 's', u, b]
    except UnboundLocalError as e: print(where(e))
    try: {a: 's', u: b}
    except UnboundLocalError as e: print(where(e))
    try: f'{a}x{u}'
    except UnboundLocalError as e: print(where(e))
    try: show('d', t(u))
    except UnboundLocalError as e: print(where(e))
    try: show('d', u(a))
    except UnboundLocalError as e: print(where(e))
    try: show(a, t(b, u))
    except UnboundLocalError as e: print(where(e))
    try: return u
    except UnboundLocalError as e: print(where(e))
    finally: a = b
    if rounds > 10**9: u = 1
print('cold')
go(2)
print('warm')
go(20)
