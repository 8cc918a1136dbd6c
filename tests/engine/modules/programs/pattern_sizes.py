import re, sys
P = [r'a', r'ab', r'(a)(b)', r'', r'a*', r'a+?', r'(?:a|b)*', r'a|b|c', r'abc|abd', r'[a-z]+', r'[^a-z]', r'[a]', r'[^a]', r'[a-a]', r'\d+', r'\w+@\w+\.com',
 r'[\w.]+', r'(?i)abc', r'(?i)[a-z]+', r'(?i)sk', r'(?i:a)|b', r'(?:a)|b', r'(?=a)b', r'(?!a)b', r'(?!)', r'(?<=ab)c', r'(?<!x)c', r'(a)?(?(1)b|c)', r'(a)?(?(1)b)', r'(a)?(?(1)b|)',
 r'(?P<x>\d+)(?P=x)', r'^\s*$', r'\bfoo\b', r'(?s).*', r'(?m)^a$', r'(?x) a b # c', r'a{2,3}', r'(ab){2,}', r'(?>a+)b', r'a++b', r'(ab)*+', r'[aeiou]', r'[aeiouxyz0-9]', r'[^aeiou]',
 '[\u0100-\u0200]', '[\u0100\u0300\u0500]', '[a\u0100\u0300\u0500x]', '(?i)[\u0400-\u04ff]', '[\U0001f600-\U0001f64f]', '[a-\U0001f64f]', '(?i)[\U00010400-\U00010427]', '\U0001f600', '(?i)\xe9', '(?i)\u0130', '(?i)[k]', '(?i)[^s]', '(?i)s|t',
 r'a|a', r'|a', r'a||b', r'foo|foobar|fox', r'(?:foo|bar)baz', r'[0-9a-fA-F]{8}-[0-9a-fA-F]{4}', r'(\d{4})-(\d\d)-(\d\d)', r'"(?:[^"\\]|\\.)*"', r'(?P<year>\d+)/(?P<m>\w+)', r'x*', r'(x*)*', r'(?:(?:a))', r'((a)b)c', r'(ab|cd)ef', r'(?a)\w', r'(?i)(?-i:a)b', r'[\d\s]', r'[^\d]', r'[\d]', r'\S+', r'\A\Z', r'(?i)ǆ', r'[abab]', r'a|[bc]|d', r'a|[^b]', r'ab|a', r'(?i)ß', r'(a|b)|(c)', r'(?:a|b){3}', r'.', r'..', r'(?:.)+', r'(?i)straße', r'ab(c)d', r'(?:ab)(?:cd)', r'(?i)1a', r'(?i)12', r'(?i)[0-9]', r'(?i)[0-9]|x', r'[\x00-\xff]', r'[\x00-\x7f]', r'[!-/:-@]', r'(?:a?)*?', r'(?i:[a-f]+)', r'(a)\1', r'(?i)(a)\1', r'\.|,', r'\.|,|;|:', r'[^\n]', r'[\s\S]', r'[\w\d_]', r'(?:(?i:x)y|(?i:x)z)', r'x{0}', r'(?<=a(?#c)b)c']
for p in P:
    print(ascii(p), re.compile(p).__sizeof__(), re.compile(p, re.I).__sizeof__(), re.compile(p, re.M|re.S).__sizeof__())
    try:
        b = p.encode('latin-1')
        print(re.compile(b).__sizeof__(), re.compile(b, re.I).__sizeof__(), re.compile(b, re.I|re.L).__sizeof__())
    except Exception as e:
        print(type(e).__name__)
import string, types
print(sys.getsizeof(re.compile('a')), sys.getsizeof(re.compile('[a-z]+(x|y)')), re.Pattern.__basicsize__, re.Pattern.__itemsize__)
print(re.match('(?i)s|t','T'), re.match('(?i)s|(?:t)|u','U'), re.match('(?i)s|ß','ẞ'), re.match('(?i)[a-c]|K','\u212a'), re.match('(?x) a | b c','bc'), re.match('(?i)İ','i'), re.match('(?i)µ','Μ'),re.match('(?i)ς','Σ'))
