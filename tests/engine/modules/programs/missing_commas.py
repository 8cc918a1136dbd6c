for s in ['{1:2, 98 2}','f({1:2, 98 2})','{98 2}','{1:2, x y}','{1:2, x y, 3:4}','{"a":1,"b" c}','{"a":1,"b" c d}', '{"a":1,"b" "c" d}', '{x y:1}', '{1:2, x y:3}', '{1:2,\n x y}','{1:x y}','{1:2, 3:x y}','{**a, 98 2}','(types cls)','(matcha x)','(_ x)','(__ x)', 'f(a, b c)', '{1:2, c d}', '{1:2, "x" 3 4}','{1:2, f() 3}', '{1:2, a.b 3}', '{1:2, -1 3}','{1:2, "b" case None}','{1:2, 3 for}', '{"a":1,"b" c.d}']:
    try: compile(s,'x','exec'); print(s, 'ok')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
