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
    // the picture of 1 is being drawn
    expect(called).toEqual([1])
    draw()
    expect(called).toEqual([1, 3])
    // that frame has drawn 3: the next one draws what came meanwhile
    follow(4)
    follow(5)
    draw()
    expect(called).toEqual([1, 3, 5])
  })
  it('answers at once again when the last picture is on the screen', () => {
    const { frame, draw } = screen()
    const called: number[] = []
    const follow = onceAFrame((value: number) => called.push(value), frame)
    follow(1)
    draw()
    draw()
    follow(2)
    expect(called).toEqual([1, 2])
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
