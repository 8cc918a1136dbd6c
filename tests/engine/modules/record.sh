#!/bin/sh
# Records what real interpreters print for the programs named (all of them without arguments): record.sh PYTHON3.11 PYTHON3.12 PYTHON3.13 [FILE…]
# numpy_*.out come from Debian 12's python3.11 with numpy 1.24.2; this script leaves them alone.
set -eu
p311=$1 p312=$2 p313=$3
shift 3
cd "$(dirname "$0")/programs"
[ $# -gt 0 ] || set -- *.py
export PYTHONHASHSEED=0 LC_ALL=C.UTF-8
for file; do
  case $file in numpy_*) continue ;; esac
  base=${file%.py}
  "$p313" "$file" > "$base.out" 2> /dev/null || true
  for v in 3.11 3.12; do
    if [ $v = 3.11 ]; then python=$p311; else python=$p312; fi
    "$python" "$file" > "$base.$v.out" 2> /dev/null || true
    if cmp -s "$base.out" "$base.$v.out"; then rm "$base.$v.out"; fi
  done
done
