from unittest.mock import mock_open, seal, patch, Mock, MagicMock, call
m = mock_open(read_data='a\nb\nc')
with patch('builtins.open', m):
    with open('f') as f:
        print(f.readline(), f.read())
    with open('g', 'w') as f: f.write('x')
    print(list(open('h')), open('q').readlines(), next(open('z')))
print(m.call_args_list)
m().write.assert_called_once_with('x')
print(m.mock_calls[:3])
b = mock_open(read_data=b'12\n3'); print(b('x').read(1), b('x').readlines())
h = mock_open(read_data='zz'); h.return_value.read.return_value = 'mine'; print(h().read(), h().readline())
s = Mock(); s.a.b = 3; s.c.return_value = 5; seal(s)
print(s.a.b, s.c())
for f in (lambda: s.x, lambda: s.a.z, lambda: s(), lambda: setattr(s, 'new', 1), lambda: s.c.q, lambda: setattr(s.a, 'b', 4)):
    try: print(f())
    except AttributeError as e: print('AE', e)
n = Mock(name='nm'); seal(n)
try: n.foo
except AttributeError as e: print(e)
