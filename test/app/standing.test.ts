import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { policies, type CountyDescription } from '../../src/engine/index.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { resultOf, verdictOf } from '../../src/app/screens/share/shared.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { positionOf } from '../../src/app/stores/draft/lever-way.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { withLever, type Draft } from '../../src/app/stores/draft/draft.ts'
import type { Plan, Runner } from '../../src/runner/runner.ts'
import { fixtureRunner, fixtureSeries } from '../support/fixture-runner.ts'

/* Of what the runs on the screen are: nothing that leaves it says of one scenario what was computed of another. */

const [plain, mountain] = shippedCounties as [CountyDescription, CountyDescription]
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const first: Draft = { ...firstDraft(plain), years: { from: plain.year, to: plain.year + 2 }, replicates: 3 }
const moved = (share: number, draft = first): Draft => withLever(draft, rotation, 'share', share, plain)
const problem = { path: 'run', text: { zh: '坏', en: 'bad' } }

/** A runner on which some runs wait or fail. */
function odd(of: { waits?: (plan: Plan) => boolean; fails?: (plan: Plan) => boolean }, size = 1) {
  const inner = fixtureRunner(5, size)
  let go = () => undefined as void
  const held = new Promise<void>((resolve) => (go = resolve))
  const runner: Runner = {
    ...inner,
    run: async (plan, options) => {
      if (of.fails?.(plan)) return { status: 'failed', runId: plan.runId, problem, results: [] }
      if (of.waits?.(plan)) await held
      return inner.run(plan, options)
    },
  }
  return { runner, go: () => go() }
}
const shareIn = ({ scenario }: Plan) => scenario.arms[0]!.policies[0]?.set['share']
const appOn = (runner: Runner, draft = first) => new AppState(servicesOf(runner, shippedCounties), draft, firstView(plain))
const rested = () => vi.advanceTimersByTimeAsync(2000)
/** What somebody may take away of the results. */
const said = async (app: AppState) => [(await resultOf(app, app.scenario(['baseline', 'plan']))) !== undefined, verdictOf(app) !== undefined]
const drag = (app: AppState, share: number) => {
  const { draft, place } = positionOf(app.draft.current, rotation, 'share', share, plain)
  app.drag(draft, place)
}

beforeEach(async () => {
  await learn('zh')
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

describe('of what the runs on the screen are', () => {
  test('nothing, some of them, all of them; then of the plan before until the next one has a run', async () => {
    const app = appOn(fixtureRunner(5))
    expect(app.experiment.stands).toBe('none')
    app.begin()
    expect([app.experiment.stands, await said(app)]).toEqual(['none', [false, false]])
    await vi.advanceTimersByTimeAsync(7)
    expect([app.experiment.stands, app.runs.length, await said(app)]).toEqual(['filling', 1, [false, false]])
    await rested()
    expect([app.experiment.stands, await said(app)]).toEqual(['complete', [true, true]])
    expect(app.stampLine()).toContain('种子“2026” 1–3')
    app.draft.commit(moved(0.1))
    expect([app.experiment.stands, app.runs.length, await said(app)]).toEqual(['before', 3, [false, false]])
    expect(app.stampLine()).toContain('仍为此前方案的结果')
    expect(app.stampLine()).not.toContain('种子')
    await rested()
    expect([app.experiment.stands, await said(app)]).toEqual(['complete', [true, true]])
  })
  test('all those of the plan, while those of its baseline are not all here', async () => {
    const { runner, go } = odd({ waits: ({ scenario, replicates }) => scenario.arms[0]!.id === 'status-quo' && replicates.length > 1 })
    const app = appOn(runner, moved(0.1))
    app.begin()
    await rested()
    expect([app.runs.length, app.experiment.stands, await said(app)]).toEqual([3, 'filling', [false, false]])
    go()
    await rested()
    expect(app.experiment.stands).toBe('complete')
  })
  test('still of the plan before where the new one fails, whatever is looked at; of the new one once it is tried again', async () => {
    let broken = true
    const { runner } = odd({ fails: (plan) => broken && plan.scenario.county.id === mountain.id })
    const app = appOn(runner)
    app.begin()
    await rested()
    app.draft.commit({ ...firstDraft(mountain), years: first.years, replicates: 3 })
    await rested()
    // the last good pictures stay; nothing says that they are of the county that was chosen
    expect([app.experiment.problem, app.experiment.busy, app.runs.length]).toEqual([problem, false, 3])
    expect([app.experiment.stands, await said(app)]).toEqual(['before', [false, false]])
    expect(app.stampLine()).toContain('仍为此前方案的结果')
    broken = false
    app.experiment.retry()
    await rested()
    expect([app.experiment.stands, await said(app)]).toEqual(['complete', [true, true]])
  })
  test('all of the plan let go while a lever waits for its first run: that is what is committed', async () => {
    const { runner, go } = odd({ waits: (plan) => shareIn(plan) === 0.2 })
    const app = appOn(runner)
    app.begin()
    await rested()
    drag(app, 0.2)
    await vi.advanceTimersByTimeAsync(10)
    expect([app.experiment.stands, await said(app)]).toEqual(['complete', [true, true]])
    go()
    await rested()
    expect([app.experiment.stands, await said(app)]).toEqual(['single', [false, false]])
    app.draft.cancel()
    await rested()
    expect(app.experiment.stands).toBe('complete')
  })
})

describe('what lies between two runs', () => {
  /** Between 10% and 30%, and let go at 20%. */
  async function letGo(runner: Runner, draft = first): Promise<AppState> {
    const app = appOn(runner, draft)
    app.begin()
    await rested()
    for (const share of [0.1, 0.3]) {
      drag(app, share)
      await rested()
    }
    drag(app, 0.2)
    expect(app.experiment.stands).toBe('between')
    app.draft.commit()
    return app
  }
  test.each([3, 1])('is said to be that until the first of %i runs is here: in no digest, no verdict, and in every stamp', async (replicates) => {
    const { runner, go } = odd({ waits: (plan) => shareIn(plan) === 0.2 })
    const app = await letGo(runner, { ...first, replicates })
    await rested()
    expect([app.experiment.stands, await said(app)]).toEqual(['between', [false, false]])
    expect(app.stampLine()).toContain('内插')
    go()
    await rested()
    expect([app.experiment.stands, await said(app), app.runs.length]).toEqual(['complete', [true, true], replicates])
  })
  test('stays what it is if that run fails', async () => {
    const app = await letGo(odd({ fails: (plan) => shareIn(plan) === 0.2 }).runner)
    await rested()
    expect([app.experiment.problem, app.experiment.stands, await said(app)]).toEqual([problem, 'between', [false, false]])
    app.draft.undo()
    await rested()
    expect([app.experiment.problem, app.experiment.stands]).toEqual([null, 'complete'])
  })
})

describe('a fan that fills', () => {
  test('holds run and baseline of one seed against each other, in whatever order threads bring them', async () => {
    const order = [4, 2, 3, 6, 7, 8, 9, 5, 10]
    const inner = fixtureRunner(0)
    // the plan’s later runs come one a millisecond, not in order
    const runner: Runner = {
      ...inner,
      run: async (plan, options = {}) => {
        if (shareIn(plan) === undefined || plan.replicates.length === 1) return inner.run(plan, options)
        const results = []
        for (const replicate of order) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          const result = { replicate, arms: [fixtureSeries(plan.scenario, replicate)] }
          results.push(result)
          options.onReplicate?.(result)
        }
        return { status: 'done', runId: plan.runId, results }
      },
    }
    const app = appOn(runner, { ...first, replicates: 10 })
    app.begin()
    await rested()
    app.draft.commit(moved(0.1, app.draft.committed))
    const seen: (readonly number[])[] = []
    for (let k = 0; k < 15; k++) {
      await vi.advanceTimersByTimeAsync(1)
      const shown = app.runs.map(({ replicate }) => replicate)
      if (shown.join() !== seen.at(-1)?.join()) seen.push(shown)
    }
    const upTo = (last: number) => Array.from({ length: last }, (_, k) => k + 1)
    // five are a fan, when the fifth has come; the next is drawn with twice as many, which are all
    expect(seen).toEqual([upTo(1), upTo(9), upTo(10)])
    expect(app.experiment.baseline.map(({ replicate }) => replicate)).toEqual(upTo(10))
  })
})
