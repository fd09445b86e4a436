import { expect, test } from 'vitest'
import { inTurn } from '../../src/app/controls/in-turn.svelte.ts'

/** Which tasks have passed, told by a timer that comes back at once. */
const nextTimer = () => new Promise((resolve) => setTimeout(resolve))

test('what is to come comes one a task, in the order it was asked for', async () => {
  const came: string[] = []
  for (const name of ['map', 'swarm', 'level']) void inTurn(name).then((one) => came.push(one))
  // promises that are kept already come within the task that asks: these wait for one of their own
  await Promise.resolve()
  expect(came).toEqual([])
  const seen: number[] = []
  for (let k = 0; k < 10 && came.length < 3; k++) {
    await nextTimer()
    seen.push(came.length)
  }
  expect(came).toEqual(['map', 'swarm', 'level'])
  expect(seen.every((count, k) => count - (seen[k - 1] ?? 0) <= 1)).toBe(true)
})
