# configparser: reading, asking, interpolating, writing, and every complaint.
import configparser as C, io, sys
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e} {e.args!r}'
text='''[DEFAULT]
home = /h
Timeout: 45
# comment
[a]
path=%(home)s/x
multi = one
    two

    three
empty =
flag = yes
num=7
f = 2.5
; c
[b b]
url : http://x:80/
pct = 100%%
[a.c]
'''
p=C.ConfigParser(); p.read_string(text)
print(p.sections(),list(p),len(p),p.defaults(),'a' in p,'DEFAULT' in p,p['a'],p.options('a'),p.items('a'),dict(p['b b']))
print(p.get('a','path'),p['a']['PATH'],p.get('a','path',raw=True),p.get('a','path',vars={'home':'/z'}),p.getint('a','num'),p.getfloat('a','f'),p.getboolean('a','flag'),p['a'].getint('num'),p['a'].getboolean('nope'),p['a'].get('nope'),p['a'].get('nope','fb'),p.get('zz','q',fallback=1),p.getint('a','nope',fallback=9))
print(repr(p['a']['multi']),repr(p['a']['empty']),p['b b']['url'],p['b b']['pct'],p['a']['timeout'])
for f,a in [('get',('zz','q')),('get',('a','nope')),('getint',('a','path')),('getboolean',('a','num')),('options',('zz',)),('items',('zz',)),('add_section',('a',)),('add_section',('DEFAULT',)),('add_section',(3,)),('set',('a','x',3)),('set',('zz','x','1')),('set',('a','x','%z')),('remove_section',('zz',)),('remove_option',('a','num')),('remove_option',('zz','num')),('has_option',('a','NUM')),('has_option',('a','home')),('has_section',('a',))]:
    print(f,a,t(getattr(p,f),*a))
for s in ['x=1\n','[a]\njunk\n=3\n','[a]\nx=1\nx=2\n','[a]\n[a]\n','[a]\nx=%(y)s\n','[a]\nx=%(x)s\n','[a]\nx=%z\n','[a]\nx=%(y\n','[a\nx=1\n','[a]\n  x = 1\n y=2\nz\n','[]\nx=1','[a]\nkey\n']:
    q=C.ConfigParser()
    r=t(q.read_string,s); print(repr(s),r, t(q.items,'a') if r=='None' else '')
q=C.ConfigParser(allow_no_value=True,delimiters=('=',),comment_prefixes=('//',),inline_comment_prefixes=('#',),strict=False,default_section='common')
q.read_string('[common]\nz=0\n[s]\nkey\nk2=v # inline\nu=a#b\n// c\n[s]\nk2=w\ncolon: x=1\n'); print(q.items('s'),q['s']['key'],q.default_section)
o=io.StringIO(); q.write(o); print(o.getvalue()); o=io.StringIO(); p.write(o,space_around_delimiters=False); print(o.getvalue())
e=C.ConfigParser(interpolation=C.ExtendedInterpolation()); e.read_string('[x]\na=1\nb=${a}-${y:c}\nd=$$\n[y]\nc=${x:a}2\nbad=${no}\nbad2=${a:b:c}\nbad3=$x\nbad4=${x\n')
print(t(e.get,'x','b'),t(e.get,'x','d'),t(e.get,'y','bad'),t(e.get,'y','bad2'),t(e.get,'y','bad3'),t(e.get,'y','bad4'),t(e.set,'x','q','$z'))
n=C.ConfigParser(interpolation=None); n.read_dict({'a':{'x':'%z','n':5},'DEFAULT':{'d':1}}); print(n['a']['x'],n['a']['n'],n['a']['d'])
r=C.RawConfigParser(); r.read_string('[a]\nx=%(y)s'); print(r.get('a','x')); r.set('a','n',5); print(r.get('a','n'))
p['new']={'k':'v','K2':'w'}; print(dict(p['new'])); p['new']['k']='z'; print(p['new']['k']); del p['new']['k']; print(list(p['new'])); del p['new']; print(t(lambda:p['new']),t(lambda:p.__delitem__('DEFAULT')),t(lambda:p['a']['nope']),t(lambda:p['a'].__setitem__('x',1)),t(lambda:p['a'].__delitem__('home')))
c=C.ConfigParser(converters={'list':lambda v:v.split(',')}); c.read_string('[a]\nl=1,2'); print(c.getlist('a','l'),c['a'].getlist('l'),list(c.converters),c['a'].getlist('no'))
c=C.ConfigParser(); c.optionxform=str; c.read_string('[a]\nKeY=1'); print(list(c['a']))
print(C.ConfigParser({'a':'1'}).defaults(),c.popitem(),t(c.popitem),c.read('nofile.ini'),c.read(['x','y']),C.MAX_INTERPOLATION_DEPTH,repr(C.NoSectionError('q')))
c=C.ConfigParser(empty_lines_in_values=False); c.read_string('[a]\nx = 1\n 2\n\n 3=4\n'); print(c.items('a'))
print(t(C.ConfigParser,interpolation=3)); print(t(C.ConfigParser().read_file,['[a]','b=1']))
