# An uncaught exception is asked for its text once, and so is each of its causes and group members.
class Told(Exception):
    def __str__(self):
        print('asked', self.args)
        return f'told {self.args}'


class Group(ExceptionGroup):
    def __str__(self):
        print('group asked')
        return 'group'


try:
    try:
        raise Told('cause')
    except Told as e:
        raise Group('g', [Told(1), Told(2)]) from e
except Group as g:
    g.add_note('note')
    raise Told('top') from g
