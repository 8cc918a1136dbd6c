# What csv.Sniffer makes of samples: delimiter, quotes, doubled quotes, spaces, headers; which characters of a dialect are refused.
import csv
import io

SAMPLES = [
    'a,b,c\n1,2,3\n4,5,6\n', 'a;b;c\n1;2;3\n', 'a|b|c\n1|2|3\n', 'a\tb\n1\t2\n', 'name: x\nage: 3\n', "'a','b'\n'c','d'\n", '"a";"b"\n"c";"d"\n',
    '"a", "b"\n"c", "d"\n', 'x, y, z\n1, 2, 3\n', '"it ""is""",1\n"so",2\n', "'alone'\n'too'\n", 'a', 'abc\ndef\n', '', '\n\n', 'a b c\n1 2 3\n',
    'name,age\n"Bob, Jr.",5\nAnn,6\n', 'a,b\n1,2,3\n4,5\n', 'k=1&l=2\nk=3&l=4\n', 'a/b/c\nd/e/f\n', "x;'quoted; text';y\n1;'more';2\n", 'id,v\n' + '1,2\n' * 30,
    'a,b;c\n1,2;3\n', 'q?"a b"?r\n', '1.5,2.5\n3.5,4.5\n', 'abc,de\nfgh,ij\nklm,no\n', 'name,n\nab,1\ncd,2\n', "O'Neil,3\nD'Arc,4\n",
]
for sample in SAMPLES:
    for wanted in None, ',;', '|':
        try:
            d = csv.Sniffer().sniff(sample, wanted)
            print(repr(sample[:20]), wanted, repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d._name)
        except csv.Error as e:
            print(repr(sample[:20]), wanted, e)
    try:
        print(csv.Sniffer().has_header(sample))
    except (csv.Error, ValueError, StopIteration) as e:
        print(type(e).__name__, e)
print(csv.Sniffer().preferred)
for kw in dict(delimiter='"'), dict(delimiter='\n'), dict(delimiter=' ', skipinitialspace=True), dict(quotechar=' '), dict(quotechar=' ', skipinitialspace=True), dict(escapechar=' ', skipinitialspace=True), dict(escapechar='"'), dict(escapechar=','), dict(lineterminator=',x'), dict(lineterminator='"'), dict(quotechar='\r'), dict(escapechar='\n'), dict(delimiter=''), dict(quotechar=None), dict(lineterminator='\\', escapechar='\\'), dict(quotechar=None, delimiter='\r'):
    for f in lambda: csv.reader([], **kw), lambda: csv.writer(io.StringIO(), **kw):
        try:
            f()
            print(kw, 'ok')
        except Exception as e:
            print(kw, type(e).__name__, e)
