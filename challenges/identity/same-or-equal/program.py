import sys

a, b, c, d = {{n}}, int("{{n}}"), {{m}}, int("{{m}}")
print(a == b, a is b)
print(c == d, c is d)
word, made = "{{w}}", "".join(list("{{w}}"))
print(word is made, word is sys.intern(made))
