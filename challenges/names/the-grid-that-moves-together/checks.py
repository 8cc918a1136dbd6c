"""Checks of "The grid that moves together"."""
from observe import case, check, measure


def cells(program, grid):
    return program.builtin("list", grid).value


def paints(program, rows, columns, row, column):
    """Makes a grid, paints one cell, looks at all of them."""
    grid = program.call("grid", rows, columns)
    wanted = [[0] * columns for _ in range(rows)]
    right = grid.type == "list" and grid.value == wanted
    if not check("shape", right, f"`grid({rows}, {columns})` gave {grid.repr}."):
        return
    if rows * columns == 0:
        return
    grid.call("__getitem__", row).call("__setitem__", column, 7)
    wanted[row][column] = 7
    found = cells(program, grid)
    changed = sum([line.count(7) for line in found]) if found != wanted else 1
    check("apart", found == wanted, f"One cell of a grid of {rows} × {columns} was painted, and {changed} changed: several rows are the same object.")
    if (rows, columns) == (50, 50):
        measure(grid.deep_size())


@case("three rows of four")
def small(program):
    paints(program, 3, 4, 0, 1)
    paints(program, 2, 2, 1, 1)


@case("fifty by fifty")
def fifty(program):
    paints(program, 50, 50, 10, 20)
