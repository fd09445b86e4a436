import { describe, expect, it } from 'vitest'
import { onceAFrame } from '../../src/app/controls/once-a-frame.ts'

/** A screen whose frames are drawn by hand. */
function screen() {
  let next: (() => void)[] = []
  return {
    frame: (call: () => void) => void next.push(call),
    draw() {
      const now = next
      next = []
      for (const call of now) call()
    },
  }
}

describe('what answers a hand once a frame', () => {
  it('answers the first at once, and of those before the next picture only the last', () => {
    const { frame, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame)
    follow(1)
    expect(called).toEqual([1])
    follow(2)
    follow(3)
    draw()
    // this frame draws 1; what comes before the next one counts too
    expect(called).toEqual([1])
    follow(4)
    draw()
    expect(called).toEqual([1, 4])
    // that frame has drawn 4: a hand is answered at once again
    follow(5)
    expect(called).toEqual([1, 4, 5])
  })
  it('answers one value a frame in the event that tells of it', () => {
    const { frame, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame)
    for (let k = 1; k <= 5; k++) {
      follow(k)
      expect(called.at(-1)).toBe(k)
      draw()
    }
    expect(called).toEqual([1, 2, 3, 4, 5])
  })
  it('is flushed before the hand lets go: nothing comes after it', () => {
    const { frame, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame)
    follow(1)
    follow(2)
    follow.flush()
    expect(called).toEqual([1, 2])
    draw()
    draw()
    follow.flush()
    expect(called).toEqual([1, 2])
  })
})
