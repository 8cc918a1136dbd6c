# unittest.mock: what mocks note, answer and complain about; patch in all its forms.
from unittest.mock import Mock, MagicMock, patch, call, sentinel, ANY, DEFAULT, NonCallableMock, PropertyMock
import unittest, unittest.mock, re
def t(f,*a,**k):
    try: return re.sub(r"id='\d+'","id",repr(f(*a,**k)))
    except BaseException as e: return re.sub(r"id='\d+'","id",f'{type(e).__name__}: {e}')
def r(o): return re.sub(r"id='\d+'","id",repr(o))
m=Mock()
print(r(m),r(m.a),r(m.a.b),r(m()),r(m.a()),r(m.a().c),m.a is m.a,m() is m(),m.called,m.call_count)
m=Mock(return_value=3); print(m(1,a=2),m.call_args,m.call_args.args,m.call_args.kwargs,m.call_args_list,m.mock_calls,m.method_calls)
for f in ('assert_called','assert_called_once','assert_not_called'): print(f,t(getattr(m,f)))
m(5)
for f in ('assert_called_once',): print(f,t(getattr(m,f)))
print(t(m.assert_called_with,5),t(m.assert_called_with,6,b=1),t(m.assert_called_once_with,5),t(m.assert_any_call,1,a=2),t(m.assert_any_call,9),t(m.assert_has_calls,[call(1,a=2),call(5)]),t(m.assert_has_calls,[call(5),call(1,a=2)]),t(m.assert_has_calls,[call(5),call(1,a=2)],any_order=True),t(m.assert_has_calls,[call(7)],any_order=True))
n=Mock(name='nn'); print(r(n),r(n.x),t(n.assert_called),t(n.assert_called_with,1),t(n.assert_called_once_with),t(n.assert_called_once))
m=Mock(side_effect=[1,ValueError('q'),3]); print(m(),t(m),m(),t(m))
m=Mock(side_effect=KeyError('k')); print(t(m)); m.side_effect=lambda x: x*2; print(m(4)); m.side_effect=lambda x: DEFAULT; m.return_value='rv'; print(m(1)); m.side_effect=None; print(m())
m=Mock(); m.x=5; m.method.return_value=7; print(m.x,m.method(1,2),m.method_calls,m.mock_calls,m.foo.bar(3),m.mock_calls[-1]) if 0 else print(m.x,m.method(1,2),m.method_calls,m.mock_calls)
m=Mock(); m.foo.bar(3); m.foo(); m().z(1); print(m.mock_calls,m.method_calls,m.foo.mock_calls)
class C:
    attr=1
    def meth(self,a): pass
s=Mock(spec=C); print(r(s),isinstance(s,C),t(lambda:s.nope),r(s.meth),t(lambda:s.attr)); s.new=3; print(s.new)
s=Mock(spec_set=C); print(r(s),t(setattr,s,'new',3),t(setattr,s,'attr',3))
s=Mock(spec=['a','b']); print(r(s),r(s.a),t(lambda:s.c))
print(t(lambda:Mock().assert_foo),t(lambda:Mock().__foo__),t(lambda:Mock()[0]),t(lambda:len(Mock())))
k=MagicMock(); print(len(k),bool(k),int(k),float(k),list(k),3 in k,r(k[1]),r(k+1),k==k,k==1,k!=1,hash(k)==hash(k),t(lambda:k<1),r(k.__len__)); 
k.__len__.return_value=9; print(len(k)); k.__getitem__.side_effect=lambda i:i*2; print(k[4],k.__getitem__.call_args); k.__iter__.return_value=[1,2]; print(list(k))
with k as e: print(r(e))
print(k.__enter__.called,k.__exit__.call_args)
k.__str__.return_value='str'; print(str(k)); k.__contains__.return_value=True; print(8 in k)
m=Mock(); m.__str__=lambda self:'x'; m.__len__=Mock(return_value=4); print(str(m),len(m))
print(call(1,2,a=3),call.foo(1),call().bar(2),call.foo.bar,call==call,call(1)==call(1),call(1)==call(2),call(1)==((1,),{}),call('a')==('a',),call.foo(1)==('foo',(1,)),call(1,2).args,call(a=1).kwargs,call(1).foo(2).call_list())
print(sentinel.a,sentinel.a is sentinel.a,ANY==5,ANY,DEFAULT,call(ANY)==call(3))
import os
with patch('os.getcwd') as g: g.return_value='zz'; print(os.getcwd(),r(g))
print(os.getcwd is not g)
with patch('os.getcwd',return_value=1): print(os.getcwd())
with patch('os.getcwd',lambda:5): print(os.getcwd())
@patch('os.getcwd')
@patch('os.listdir')
def f(l,g,x=1): print(r(l),r(g),x,os.listdir is l)
f(x=2); print(f.__name__)
with patch.object(C,'attr',99): print(C.attr)
print(C.attr)
with patch.object(C,'meth') as mm: C().meth(1); print(mm.call_args)
print(t(lambda: patch.object(C,'zz').__enter__()),t(patch,'nodot'),t(lambda:patch('os.nope').__enter__()))
with patch.object(C,'zz',1,create=True): print(C.zz)
print(hasattr(C,'zz'))
d={'a':1}
with patch.dict(d,{'b':2},c=3): print(d)
print(d)
with patch.dict(d,clear=True): print(d)
p=patch('os.getcwd'); q=p.start(); print(r(os.getcwd)); p.stop(); print(os.getcwd is q); patch.stopall()
with patch('builtins.abs') as ll: ll.return_value=42; print(abs(1))
print(abs(-1))
class P:
    @property
    def v(self): return 1
with patch('__main__.P.v',new_callable=PropertyMock) as pm: pm.return_value=8; print(P().v); P().v=3; print(pm.mock_calls)
m=Mock(**{'a.b.return_value':3,'c':4}); print(m.a.b(),m.c); m.configure_mock(d=5); print(m.d); m(1); m.reset_mock(); print(m.called,m.mock_calls,m.c)
m=Mock(); c=Mock(); m.attach_mock(c,'kid'); c(1); print(m.mock_calls,r(c)); del m.q; print(t(lambda:m.q))
w=Mock(wraps=[3,1,2]); print(w.index(1),w.mock_calls,t(w.index,9))
n=NonCallableMock(); print(t(lambda:n()),r(n.x()))
b=[0]*2; l=Mock(); [l(i) for i in range(9)]; print(l.mock_calls)
class TC(unittest.TestCase):
    @patch('os.getcwd')
    def test_a(self,g): g.return_value=1; self.assertEqual(os.getcwd(),1); g.assert_called_once_with()
res=unittest.TestResult(); TC('test_a').run(res); print(res.testsRun,res.errors,res.failures)
print(isinstance(Mock(),Mock),type(Mock()).__name__,issubclass(MagicMock,Mock), m.kid is c)
