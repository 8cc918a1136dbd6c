import sys

{{a}} = [0] * {{n}}
{{b}} = {{a}}; {{b}}.append({{x}})
print(len({{a}}))
print(sys.getrefcount({{a}}))
print({{a}} is {{b}})
