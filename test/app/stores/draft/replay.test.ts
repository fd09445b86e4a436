import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { policies } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { leverValue, withLever, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { positionOf } from '../../../../src/app/stores/draft/lever-way.ts'
import type { Plan } from '../../../../src/runner/runner.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const county = shippedCounties[0]!
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const quota = policies.find((policy) => policy.id === 'enrolment-quota')!
const first: Draft = { ...firstDraft(county), years: { from: county.year, to: county.year + 2 }, replicates: 3 }
const moved = withLever(first, rotation, 'share', 0.2, county)
const share = (draft: Draft) => leverValue(draft, rotation, 'share', county)

/** A county with one change made, every run there. */
async function changed(): Promise<AppState> {
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), first, firstView(county))
  app.begin()
  await vi.advanceTimersByTimeAsync(1000)
  app.draft.commit(moved)
  await vi.advanceTimersByTimeAsync(1000)
  expect(app.runs.length).toBe(3)
  return app
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the last change, replayed', () => {
  test('levers show before and after three times, and nothing is decided by it', async () => {
    const app = await changed()
    const { runs } = app
    void app.replay()
    const seen: unknown[] = []
    for (let k = 0; k < 6; k++) {
      seen.push(share(app.draft.shown))
      expect(share(app.draft.current)).toBe(0.2)
      await vi.advanceTimersByTimeAsync(700)
    }
    expect(seen).toEqual([0, 0.2, 0, 0.2, 0, 0.2])
    await vi.advanceTimersByTimeAsync(1000)
    expect(app.draft.replaying).toBe(false)
    expect(app.runs).toEqual(runs)
    expect(app.experiment.stands).toBe('complete')
  })
  test('a lever moved meanwhile starts from the present settings, and ends it', async () => {
    const app = await changed()
    void app.replay()
    expect(share(app.draft.shown)).toBe(0)
    app.drag(withLever(app.draft.current, quota, 'share', 0.8, county))
    expect(share(app.draft.shown)).toBe(0.2)
    await vi.advanceTimersByTimeAsync(5000)
    expect(app.draft.replaying).toBe(false)
    app.draft.commit()
    expect(share(app.draft.committed)).toBe(0.2)
    expect(leverValue(app.draft.committed, quota, 'share', county)).toBe(0.8)
  })
  test('asked for while a lever moves, replays that move', async () => {
    const app = await changed()
    app.drag(withLever(app.draft.current, rotation, 'share', 0.4, county))
    void app.replay()
    const seen: unknown[] = []
    for (let k = 0; k < 2; k++) {
      seen.push(share(app.draft.shown))
      await vi.advanceTimersByTimeAsync(700)
    }
    expect(seen).toEqual([0.2, 0.4])
    app.closeTop()
    app.draft.undo()
    expect(share(app.draft.committed)).toBe(0.2)
  })
  test('asked for again it begins again; Esc ends it with the runs that were there', async () => {
    const app = await changed()
    const { runs } = app
    void app.replay()
    await vi.advanceTimersByTimeAsync(500)
    void app.replay()
    await vi.advanceTimersByTimeAsync(500)
    // the first would have gone on after 700
    expect(share(app.draft.shown)).toBe(0)
    app.closeTop()
    expect(share(app.draft.shown)).toBe(0.2)
    await vi.advanceTimersByTimeAsync(5000)
    expect(app.runs).toEqual(runs)
  })
})

test('Esc during a drag returns to the settings and to their runs', async () => {
  const app = await changed()
  const { runs } = app
  app.drag(withLever(app.draft.current, rotation, 'share', 0.4, county))
  await vi.advanceTimersByTimeAsync(500)
  expect(app.runs).not.toEqual(runs)
  app.closeTop()
  await vi.advanceTimersByTimeAsync(1000)
  expect(share(app.draft.current)).toBe(0.2)
  expect(app.runs).toEqual(runs)
})

test('runs nothing ahead of the present assumptions among the runs of those before', async () => {
  const plans: Plan[] = []
  const inner = fixtureRunner(0)
  const app = new AppState(servicesOf({ ...inner, run: (plan, options) => (plans.push(plan), inner.run(plan, options)) }, shippedCounties), first, firstView(county))
  app.begin()
  await vi.advanceTimersByTimeAsync(1000)
  app.draft.commit({ ...first, behaviour: { 'teacher-leaving.quit': 0.02 } })
  await vi.advanceTimersByTimeAsync(1000)
  void app.replay()
  // what was before is on the screen; a pointer comes upon a lever of the present settings
  await vi.advanceTimersByTimeAsync(100)
  plans.length = 0
  app.expect(() => [positionOf(app.draft.current, rotation, 'share', 0.3, county)])
  await vi.advanceTimersByTimeAsync(200)
  expect(plans).toEqual([])
  app.draft.undo()
  await vi.advanceTimersByTimeAsync(1000)
  app.draft.commit(withLever(first, rotation, 'share', 0.3, county))
  await vi.advanceTimersByTimeAsync(1000)
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.every(({ scenario }) => Object.keys(scenario.behaviour).length === 0)).toBe(true)
})
