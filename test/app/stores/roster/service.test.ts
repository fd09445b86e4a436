import { expect, it } from 'vitest'
import { hireRoster } from '../../../../src/app/stores/roster/service.ts'

/* A thread that can never answer is over, whichever way it broke: whoever waits is told, and the next question starts another. */

class SilentWorker extends EventTarget {
  ended = 0
  postMessage(): void {}
  terminate(): void {
    this.ended++
  }
}
const hired = () => {
  const worker = new SilentWorker()
  return { worker, thread: hireRoster(() => worker as unknown as Worker) }
}

it.each([
  ['error', 'the worker could not be loaded'],
  ['messageerror', 'a message could not be read'],
])('is over after “%s”', async (event, said) => {
  const { worker, thread } = hired()
  worker.dispatchEvent(new Event(event))
  await expect(thread.over).rejects.toThrow(said)
  expect(worker.ended).toBe(1)
})

it('is over without an error where it was ended', async () => {
  const { worker, thread } = hired()
  thread.end()
  expect([await thread.over, worker.ended]).toEqual([null, 1])
})
