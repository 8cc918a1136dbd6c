// The home page's story: what it says is what the engine does.
import { expect, it } from 'vitest'
import { exactFigures, storyProgram, storySteps } from '../../app/_home/story.ts'

it('has the counts that its sayings name', () => {
  const counts = storySteps().map(({ snapshot }) => snapshot.objects.map(({ refcount }) => refcount))
  expect(counts).toEqual([[1], [1, 1], [1, 2], [2, 2], [1, 2], [1, 1], []])
})

it('turns both objects into garbage when the last name goes', () => {
  const reachable = storySteps().map(({ snapshot }) => snapshot.objects.map((object) => object.reachable))
  expect(reachable.slice(-3)).toEqual([[true, true], [false, false], []])
  expect(storySteps()).toHaveLength(storyProgram.length)
})

it('stays small, because it travels with the page', () => {
  expect(JSON.stringify(storySteps()).length).toBeLessThan(10_000)
})

it('prints CPython 3.13’s figures', () => {
  expect(exactFigures().map(({ answer }) => answer)).toEqual(['56', '88', '41', '64', '40', 'True', '(2000, 10, 10)'])
})
