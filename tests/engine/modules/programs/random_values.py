import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice("abc"), r.sample(range(100), 5), r.uniform(1, 2), r.gauss(0, 1), r.choices([1, 2, 3], weights=[1, 2, 3], k=5), r.randrange(0, 100, 7), r.getrandbits(70), r.betavariate(1, 2), r.expovariate(1.5), r.gammavariate(2, 3), r.lognormvariate(0, 1), r.normalvariate(0, 1), r.vonmisesvariate(0, 4), r.paretovariate(3), r.weibullvariate(1, 2), r.triangular(0, 10, 3), r.randbytes(5))
x = list(range(10)); r.shuffle(x); print(x)
for seed in ["hello", 3.14, b"bytes", None.__class__ and 0, -5, 2**100, "é"]:
    random.seed(seed); print(seed, random.random(), random.randint(0, 10**6))
random.seed(1, version=1); print(random.random())
random.seed("a", version=1); print(random.random())
s = random.getstate(); a = random.random(); random.setstate(s); print(a == random.random())
for e in ["random.choice([])", "random.sample([1],2)", "random.sample({1,2},1)", "random.randint(5,1)", "random.randrange(0)", "random.randrange(1,1)", "random.randrange(1.5)", "random.randrange(1,5,0)", "random.choices([])", "random.choices([1],weights=[0])", "random.choices([1,2],[1])", "random.choices([1,2],weights=[1,2],cum_weights=[1,3])", "random.shuffle((1,2))", "random.shuffle('ab')", "random.seed([])", "random.getrandbits(-1)", "random.sample([1,2,3],counts=[1,1,1],k=2)", "random.sample('abc',-1)", "random.randint(1.5,2)", "random.randint('a',1)", "random.expovariate(0)", "random.setstate((1,2,3))", "random.binomialvariate(10,0.3) if hasattr(random,'binomialvariate') else 0", "random.choice({1:2})", "random.choice(5)", "random.random(1)", "random.uniform('a',1)", "random.sample(5,1)", "random.sample([1,2],k=1.5)", "random.foo"]:
    random.seed(7)
    try: print(e, "->", eval(e))
    except Exception as x: print(e, "!", type(x).__name__, x)
