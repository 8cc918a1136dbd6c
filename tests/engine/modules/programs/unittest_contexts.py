# What assertRaises and its kin check, say and hold on to; differences that are too long; subtests and results.
import gc, sys, unittest, warnings, weakref


class T(unittest.TestCase):
    def runTest(self): pass


t = T()
def says(f, *args, **kwargs):
    try: print('passes', f(*args, **kwargs) is None)
    except Exception as e: print(type(e).__name__, str(e)[:300].replace('\n', '|'))
def fails(): raise ValueError('some text')
says(t.assertRaises, ValueError, fails)
says(t.assertRaises, KeyError, fails)
says(t.assertRaises, ValueError, int)
says(t.assertRaises, (ValueError, KeyError), int)
says(t.assertRaises, 3, int)
says(t.assertRaises, ())
says(t.assertRaises, ValueError, msg='m', other=1)
says(t.assertRaisesRegex, ValueError, 'some', fails)
says(t.assertRaisesRegex, ValueError, 'other', fails)
says(t.assertRaisesRegex, ValueError, 3, fails)
says(t.assertWarns, UserWarning, warnings.warn, 'hello')
says(t.assertWarns, DeprecationWarning, int)
says(t.assertWarns, ValueError, int)
says(t.assertWarnsRegex, UserWarning, 'h.l', warnings.warn, 'hello')
says(t.assertWarnsRegex, UserWarning, 'x', warnings.warn, 'hello')
try:
    with t.assertRaises(KeyError, msg='really'): pass
except AssertionError as e: print(e)
class Held: pass
def local():
    held = Held(); refs.append(weakref.ref(held)); raise ValueError
refs = []
with t.assertRaises(ValueError) as context: local()
print(refs[0](), type(context.exception).__name__, context.exception.__traceback__)
says(t.assertEqual, list(range(300)), list(range(1, 300)))
says(t.assertEqual, {'a': 'x' * 400}, {'a': 'y' * 400})
says(t.assertEqual, 'ab\n' * 200, 'ac\n' * 200)
says(t.assertEqual, 'a\nb', 'a\nc')
says(t.assertEqual, 'a\nb\n', 'a\nc')
says(t.assertEqual, '', 'abc')
says(t.assertSetEqual, {1, 2}, {2, 3})
says(t.assertSetEqual, None, {2})
says(t.assertSetEqual, {2}, 5)
says(t.assertSequenceEqual, [1], (1,))
says(t.assertMultiLineEqual, 'a', 3)


class Calls(unittest.TestResult):
    def startTestRun(self): print('   startTestRun')
    def stopTestRun(self): print('   stopTestRun')
    def addSuccess(self, test): print('   addSuccess')
    def addSubTest(self, test, subtest, err):
        print('   addSubTest', str(subtest), err is None)
        super().addSubTest(test, subtest, err)


class Subs(unittest.TestCase):
    def test_subs(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_all_well(self):
        for i in range(2):
            with self.subTest(i=i): pass
for failfast in False, True:
    for name in 'test_subs', 'test_all_well':
        result = Calls(); result.failfast = failfast
        Subs(name).run(result)
        print(name, failfast, len(result.failures), [str(case) for case, _ in result.failures])
class Default(unittest.TestCase):
    def defaultTestResult(self): return Calls()
    def runTest(self): print('runs')
Default().run()
