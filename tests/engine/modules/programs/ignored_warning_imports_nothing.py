# A ResourceWarning that the filters ignore leaves the warnings module alone.
import sys

before = 'warnings' in sys.modules
f = open('/dev/null')
del f
print(before == ('warnings' in sys.modules))
