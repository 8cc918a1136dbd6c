# textwrap over random texts, string.Template and string.Formatter.
import textwrap as T, string as S, random, re
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
# Patch releases of 3.13 differ in blanks at the end of a line before a long word.
def wrap(*a,**k): return [line.rstrip(' ') for line in T.wrap(*a,**k)]
def fill(*a,**k): return [line.rstrip(' ') for line in T.fill(*a,**k).split('\n')]
text="Hello there -- how are you this fine day?  I'm glad to hear it!\n\tThe quick-brown fox's self-evident re-use of e-mail, 2009-10-12 --option a--b foo-- --bar Hi. \"Ok.\" End.  x\xa0y verylongwordwithouthyphens-but-then-hyphens ----- a-b-c well-known/unknown."
for w in (1,5,10,20,45,200,0):
    for k in ({},{'break_long_words':False},{'break_on_hyphens':False},{'drop_whitespace':False},{'fix_sentence_endings':True},{'initial_indent':'* ','subsequent_indent':'    '},{'max_lines':2},{'max_lines':1,'placeholder':'...'},{'max_lines':3,'drop_whitespace':False},{'expand_tabs':False,'replace_whitespace':False},{'tabsize':3},{'max_lines':2,'placeholder':' [long placeholder]','subsequent_indent':'  '}):
        print(w,sorted(k),t(wrap,text,w,**k))
        print(t(fill,text[:90],w,**k))
    print(t(T.shorten,text,w),t(T.shorten,text,w,placeholder='…'))
r=random.Random(1)
for _ in range(40):
    s=''.join(r.choice('aab -\n\t.,!X') for _ in range(r.randint(0,40)))
    w=r.randint(1,14)
    print(repr(s),w,t(wrap,s,w),t(wrap,s,w,max_lines=2,placeholder='~'),t(T.dedent,s),t(T.indent,s,'> '),t(wrap,s,w,break_long_words=False,drop_whitespace=False))
for s in ['','\n','  a\n  b','  a\n b','\ta\n  b','  a\n\n   \n  b\n','a\n  b','    a\n   \t\n      b','   ','\n  x','\x0b a\n  b']:
    print(t(T.dedent,s),t(T.indent,s,'+'),t(T.indent,s,'+',lambda l:True))
print(t(T.dedent,3) [:60], t(wrap,''),vars(T.TextWrapper()).keys() if 0 else list(vars(T.TextWrapper(5))),t(T.TextWrapper,1,2,3,4,5,6,7,8,9,10,11))
print(T.TextWrapper.wordsep_simple_re.pattern,T.__all__)
Te=S.Template
for s in ['$who likes ${what}','$$5 $a','$','a$ b','x ${a','$1','${}','line1\n  $-','$_a1 $a.b $a$a','$ä']:
    x=Te(s)
    print(repr(s),t(x.substitute,who='tim',what='kung',a=1,_a1=2),t(x.substitute,{'a':5},who=1),t(x.safe_substitute,a=3),t(x.safe_substitute,{'who':1},a=2),t(x.is_valid),t(x.get_identifiers))
class P(Te): delimiter='%'; idpattern='[a-z]+_[a-z]+'
print(P('%a_b %% %ab %{c_d}').safe_substitute(a_b=1,c_d=2), t(P('%ab').substitute))
class Q(Te): pattern=r'(?P<escaped>@@)|@(?P<named>[a-z]+)|(?P<braced>xx)|(?P<invalid>@)|(?P<q>!)'
print(Q('@a @@ ').substitute(a=3),t(Q('!').substitute),t(Q('!').is_valid),t(Q('!').get_identifiers))
class R(Te): braceidpattern='[a-z.]+'; flags=0
print(R('${a.b} $A').safe_substitute({'a.b':1,'A':2}))
print(t(Te('$a').substitute,{},a=1),t(Te('$a').substitute,None))
F=S.Formatter()
for a,k in [(('{} {}',1,2),{}),(('{0} {}',1),{}),(('{a!r:>5} {b[0].real} {c.x}',),{'a':'z','b':[1j]}),(('{!x}',1),{}),(('{:{}}',1,5),{}),(('{:{:{:{}}}}',1,2,3,4),{}),(('{{}}',),{}),(('{a}',),{}),(('{3}',1),{}),(('{x:{w}.{p}f}',),{'x':3.14159,'w':10,'p':2}),(('{!s}{!a}','é','é'),{}),(('{0[a]} {0[0]}',{'a':1,0:2}),{}),(('',),{}),(('{',),{}),(('}',),{}),(('{:d}','x'),{})]:
    print(a,k,t(F.format,*a,**k))
class G(S.Formatter):
    def get_value(self,key,args,kw):
        return f'<{key}>' if isinstance(key,str) else super().get_value(key,args,kw)
    def check_unused_args(self,u,a,k): print('used',sorted(map(str,u)),a,k)
print(G().format('{x} {0} {y.real:>{z}}' if 0 else '{x} {0}',5,6,q=1))
print(S.capwords('  hello   wORLD '),S.capwords('a-b-c','-'),S.capwords('a,,b',','))
for n in ('whitespace','ascii_letters','ascii_lowercase','ascii_uppercase','digits','hexdigits','octdigits','punctuation','printable'): print(n,repr(getattr(S,n)))
