import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Hand } from '../../src/app/controls/hand.ts'

/** A hand on a page that draws only when it is told to. */
function onSlowPage() {
  const told: string[] = []
  let next: (() => void)[] = []
  const hand = new Hand({ drag: (value) => told.push(`at ${value}`), release: () => told.push('let go') }, (call) => void next.push(call))
  const draw = () => {
    const now = next
    next = []
    for (const call of now) call()
  }
  return { hand, told, draw }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a hand on a slider', () => {
  test('lets go where it was last, when keys rest', () => {
    const { hand, told } = onSlowPage()
    for (const to of [1, 2, 3]) hand.press(to)
    expect([told, hand.ahead]).toEqual([['at 1'], 3])
    vi.advanceTimersByTime(349)
    expect(told).toEqual(['at 1'])
    vi.advanceTimersByTime(1)
    expect([told, hand.ahead]).toEqual([['at 1', 'at 3', 'let go'], null])
  })
  test('lets go at once when it goes elsewhere before its keys rest; of a pointer that only passes, nothing', () => {
    const { hand, told } = onSlowPage()
    hand.blur()
    expect(told).toEqual([])
    for (const to of [1, 2]) hand.press(to)
    hand.blur()
    expect(told).toEqual(['at 1', 'at 2', 'let go'])
    hand.blur()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual(['at 1', 'at 2', 'let go'])
  })
  test('has nothing told afterwards once something else is decided or its move is taken back', () => {
    const { hand, told, draw } = onSlowPage()
    for (const to of [1, 2]) hand.press(to)
    hand.leave()
    for (let k = 0; k < 3; k++) draw()
    vi.advanceTimersByTime(1000)
    expect([told, hand.ahead]).toEqual([['at 1'], null])
    // and answers again when it moves again
    hand.follow(5)
    hand.release()
    expect(told).toEqual(['at 1', 'at 5', 'let go'])
  })
})
