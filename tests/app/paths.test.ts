// Where a person goes after signing in: only within the site.
import { expect, it } from 'vitest'
import { localPath } from '../../app/sign-in/local-path.ts'

it('keeps a path of the site', () => {
  expect(localPath('/classrooms?x=1')).toBe('/classrooms?x=1')
  expect(localPath('http://localhost:3000/challenges/slots')).toBe('/challenges/slots')
})

it('leads home instead of elsewhere', () => {
  for (const bad of [undefined, ['/a', '/b'], 'javascript:alert(1)', '/sign-in', 'http://evil.example//evil.example', '//evil.example//x'])
    expect(localPath(bad)).toBe('/challenges')
})
