import { describe, expect, it } from 'vitest'
import { onceAFrame } from '../../src/app/controls/once-a-frame.ts'

/** A screen whose frames are drawn by hand. */
function screen() {
  let next: (() => void)[] = []
  let later: (() => void)[] = []
  const all = (calls: (() => void)[]) => calls.splice(0).forEach((call) => call())
  return {
    frame: (call: () => void) => void next.push(call),
    after: (call: () => void) => void later.push(call),
    draw() {
      all(next)
      // the picture is drawn here
      all(later)
    },
  }
}

describe('what answers a hand once a frame', () => {
  it('answers the first at once, and of those before the next picture only the last', () => {
    const { frame, after, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame, after)
    follow(1)
    expect(called).toEqual([1])
    follow(2)
    follow(3)
    expect(called).toEqual([1])
    draw()
    // the picture of 1 is drawn, that of 3 is due
    expect(called).toEqual([1, 3])
    follow(4)
    follow(5)
    expect(called).toEqual([1, 3])
    draw()
    draw()
    expect(called).toEqual([1, 3, 5])
    follow(6)
    expect(called).toEqual([1, 3, 5, 6])
  })
  it('answers one value a frame in the event that tells of it', () => {
    const { frame, after, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame, after)
    for (let k = 1; k <= 5; k++) {
      follow(k)
      expect(called.at(-1)).toBe(k)
      draw()
    }
    expect(called).toEqual([1, 2, 3, 4, 5])
  })
  it('is flushed before the hand lets go: nothing comes after it', () => {
    const { frame, after, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame, after)
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
