import sys
if sys.version_info[:2] != (3, 13):
    print('3.13 only')
    sys.exit()
import dis
def f(a, b=1):
    x = a + b
    for i in range(x):
        if i > 2: print(i)
    try:
        return [j for j in x if j]
    except ValueError as e:
        raise
dis.dis(f)
dis.dis("x = 1\ny = x + 2")
dis.dis(compile("a.b(c, d=1)", "<s>", "eval"))
class C:
    def m(self): return self.x
    @staticmethod
    def s(): pass
for i in dis.get_instructions(f): print(i.opname, i.opcode, i.arg, repr(i.argval)[:30], i.argrepr[:30], i.offset, i.starts_line, i.is_jump_target, i.line_number if hasattr(i,'line_number') else '', i.positions and i.positions.lineno)
print(dis.code_info(f).replace(__file__, 'FILE'))
print(dis.opname[100] , dis.opmap['LOAD_FAST'], dis.stack_effect(dis.opmap['LOAD_FAST'],0), dis.HAVE_ARGUMENT, dis.EXTENDED_ARG)
b = dis.Bytecode(f); print(b.dis()[:200]); print([i.opname for i in b][:3])
print(list(dis.findlinestarts(f.__code__)))
print(dis.findlabels(f.__code__.co_code))
dis.dis(f, show_caches=True)
dis.dis(f.__code__.co_code)
dis.disassemble(f.__code__, 4)
print(dis.COMPILER_FLAG_NAMES, dis.hasjrel[:3], dis.hasname[:5], dis.cmp_op)
