import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { Notices } from '../../src/app/stores/said/notices.svelte.ts'
import { Personal } from '../../src/app/stores/kept/personal.svelte.ts'

/* What the frame says and keeps. */

describe('a notice', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const ids = (notices: Notices) => notices.list.map(({ id }) => id)

  it('said the first time only stays until it is answered, and does not come back', () => {
    const notices = new Notices()
    const say = () => notices.tellFirst({ id: 'storage', text: () => 'nothing is stored' })
    say()
    vi.advanceTimersByTime(60_000)
    expect(ids(notices)).toEqual(['storage'])
    notices.dismiss('storage')
    say()
    expect(ids(notices)).toEqual([])
  })
  it('that asks for no answer goes by itself after eight seconds, and is not said again', () => {
    const notices = new Notices()
    notices.tellOnce('slow', () => 'slow')
    vi.advanceTimersByTime(7_900)
    expect(ids(notices)).toEqual(['slow'])
    vi.advanceTimersByTime(200)
    notices.tellOnce('slow', () => 'slow')
    expect(ids(notices)).toEqual([])
  })
})

describe('the switches of the person at the screen', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('are as they were left when the page is opened again', () => {
    const store = new Map<string, string>()
    vi.stubGlobal('localStorage', { getItem: (name: string) => store.get(name) ?? null, setItem: (name: string, text: string) => void store.set(name, text) })
    const first = new Personal()
    expect([first.dark, first.letters]).toEqual([false, true])
    first.dark = true
    first.letters = false
    const again = new Personal()
    expect([again.dark, again.letters]).toEqual([true, false])
  })
  test('until touched follow the system', () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('dark') }))
    expect(new Personal().dark).toBe(true)
  })
  test('hold for the page where nothing may be stored', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    const personal = new Personal()
    personal.dark = true
    expect(personal.dark).toBe(true)
  })
})
