import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { YearPlay } from '../../../../src/app/stores/view/year-play.svelte.ts'

const years = [2025, 2026, 2027, 2028]

/** A play over four years with a rest in 2027; `shown` is every year it showed. */
function play(from = 2025) {
  const shown: number[] = []
  let year = from
  const made = new YearPlay({
    years: () => years,
    at: () => years.indexOf(year),
    show: (next) => void shown.push((year = next)),
    rests: () => [2027],
  })
  return { made, shown }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('playing through the years', () => {
  it('takes 500 ms a year, rests 1.2 s where the verdict changes, and stops at the end', () => {
    const { made, shown } = play()
    made.toggle()
    vi.advanceTimersByTime(499)
    expect(shown).toEqual([])
    vi.advanceTimersByTime(501)
    expect(shown).toEqual([2026, 2027])
    vi.advanceTimersByTime(1699)
    expect(shown).toEqual([2026, 2027])
    vi.advanceTimersByTime(1)
    expect(shown).toEqual([2026, 2027, 2028])
    // the last glide ends before the play does
    expect([made.playing, made.glide]).toEqual([true, 500])
    vi.advanceTimersByTime(500)
    expect([made.playing, made.glide]).toEqual([false, 0])
  })
  it('at twice the speed takes half a year’s time and the same rest', () => {
    const { made, shown } = play(2026)
    made.change()
    made.toggle()
    expect(made.glide).toBe(250)
    vi.advanceTimersByTime(250 + 1449)
    expect(shown).toEqual([2027])
    vi.advanceTimersByTime(1)
    expect(shown).toEqual([2027, 2028])
  })
  it('goes through 0.5, 1 and 2 times the speed in turn', () => {
    const { made } = play()
    const speeds = [1, 2, 3].map(() => (made.change(), made.speed))
    expect(speeds).toEqual([2, 0.5, 1])
  })
  it('begins anew at the end, and stops where it is told to', () => {
    const { made, shown } = play(2028)
    made.toggle()
    expect(shown).toEqual([2025])
    vi.advanceTimersByTime(500)
    made.toggle()
    vi.advanceTimersByTime(5000)
    expect(shown).toEqual([2025, 2026])
    expect(made.playing).toBe(false)
  })
})
