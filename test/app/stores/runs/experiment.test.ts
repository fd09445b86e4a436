import { describe, expect, it, vi } from 'vitest'
import { countyColumn, policies } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { scenarioOf, withLever, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { Experiment } from '../../../../src/app/stores/runs/experiment.svelte.ts'
import type { Request, Wanted } from '../../../../src/app/stores/runs/request.ts'
import { RunnerError } from '../../../../src/runner/problems.ts'
import type { Plan, Runner } from '../../../../src/runner/runner.ts'
import { fixtureRunner, fixtureSeries } from '../../../support/fixture-runner.ts'

const county = shippedCounties[0]!
const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
const first: Draft = { ...firstDraft(county), years: { from: county.year, to: county.year + 2 }, replicates: 6 }
const moved = (share: number): Draft => withLever(first, rotation, 'share', share, county)
const asked = (draft: Draft, wanted: Wanted): Request => ({ plan: scenarioOf(draft, county, policies, ['plan']), baseline: scenarioOf(draft, county, policies, ['baseline']), ground: 'one', of: JSON.stringify(draft), wanted })

async function idle(experiment: Experiment): Promise<void> {
  await vi.waitFor(() => expect(experiment.busy).toBe(false), { timeout: 20_000, interval: 5 })
}
/** A runner that notes what it was asked for. */
function watched(runner: Runner): { runner: Runner; plans: Plan[] } {
  const plans: Plan[] = []
  return { plans, runner: { ...runner, run: (plan, options) => (plans.push(plan), runner.run(plan, options)) } }
}

/** An experiment by whose clock each run takes `time.took` milliseconds. */
function clocked(runner: Runner, cores?: number) {
  const time = { now: 0, took: 300 }
  const timed: Runner = { ...runner, run: (plan, options) => ((time.now += time.took), runner.run(plan, options)) }
  return { time, experiment: new Experiment(timed, () => time.now, cores) }
}

describe('an experiment', () => {
  it('has all replicates of plan and baseline in the end, in order', async () => {
    const experiment = new Experiment(fixtureRunner(0))
    experiment.ask(asked(moved(0.1), 'many'))
    await idle(experiment)
    expect(experiment.plan.map((run) => run.replicate)).toEqual([1, 2, 3, 4, 5, 6])
    expect(experiment.baseline.map((run) => run.replicate)).toEqual([1, 2, 3, 4, 5, 6])
    expect(experiment.stands).toBe('complete')
  })
  it('does not run a baseline that is the plan', async () => {
    const { runner, plans } = watched(fixtureRunner(0))
    const experiment = new Experiment(runner)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    expect(plans.every((plan) => plan.scenario.arms[0]!.id === 'plan')).toBe(true)
    expect(experiment.baseline).toEqual(experiment.plan)
  })
  it.each([
    [1, 4],
    [2, 2],
  ])('while dragged, %i threads on %i cores run one replicate of what came last, and keep the old picture as ghost', async (threads, cores) => {
    const { runner, plans } = watched(fixtureRunner(2, threads))
    const experiment = new Experiment(runner, undefined, cores)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    const settled = experiment.plan
    plans.length = 0
    for (const share of [0.1, 0.2, 0.3, 0.4]) experiment.ask(asked(moved(share), 'single'))
    await idle(experiment)
    // the first was in flight, the last waited; those between were never run
    expect(plans.map((plan) => plan.scenario.arms[0]!.policies[0]!.set['share'])).toEqual([0.1, 0.4])
    expect(experiment.plan.length).toBe(1)
    expect(experiment.stands).toBe('single')
    expect(experiment.ghost).toBe(settled)
  })
  it('shows a position whose run is known at once, without running it again', async () => {
    const { runner, plans } = watched(fixtureRunner(2))
    const experiment = new Experiment(runner)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    experiment.ask(asked(moved(0.1), 'single'))
    await idle(experiment)
    const seen = experiment.plan[0]
    experiment.ask(asked(moved(0.2), 'single'))
    await idle(experiment)
    plans.length = 0
    experiment.ask(asked(moved(0.1), 'single'))
    expect(experiment.plan).toEqual([seen])
    // released there, its first replicate is not run again either
    experiment.ask(asked(moved(0.1), 'many'))
    await idle(experiment)
    expect(plans.map((plan) => plan.replicates)).toEqual([[2, 3, 4, 5, 6]])
    expect(experiment.plan.map((run) => run.replicate)).toEqual([1, 2, 3, 4, 5, 6])
    // and let go where it was, nothing is
    plans.length = 0
    experiment.ask(asked(moved(0.1), 'many'))
    await idle(experiment)
    expect(plans).toEqual([])
    expect(experiment.stands).toBe('complete')
  })
  it.each([0, 1, 3, 8])('shows where the hand is, though %i ms before it was at another assumption whose first run is not here', async (milliseconds) => {
    const experiment = new Experiment(fixtureRunner(5))
    const here = asked(moved(0.1), 'single')
    experiment.ask(here)
    await idle(experiment)
    experiment.ask({ ...asked(moved(0.4), 'single'), ground: 'two' })
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    experiment.ask(here)
    await idle(experiment)
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(here.plan, 1).county])
    // and there again it is shown what is there
    experiment.ask({ ...asked(moved(0.4), 'single'), ground: 'two' })
    await idle(experiment)
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(asked(moved(0.4), 'single').plan, 1).county])
  })
  it('forgets what it knows with the county', async () => {
    const { runner, plans } = watched(fixtureRunner(0))
    const experiment = new Experiment(runner)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    plans.length = 0
    experiment.ask({ ...asked(first, 'many'), ground: 'two' })
    await idle(experiment)
    expect(plans.map((plan) => plan.replicates)).toEqual([[1], [2, 3, 4, 5, 6]])
  })
  it('runs ahead what is expected while nothing else is asked for, and has it when it is', async () => {
    const { runner, plans } = watched(fixtureRunner(2))
    let finished = 0
    const experiment = new Experiment({ ...runner, run: (plan, options) => runner.run(plan, options).finally(() => finished++) })
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    plans.length = 0
    finished = 0
    experiment.expect(() => ({ ground: 'one', plans: [moved(0.1), moved(0.2)].map((draft) => asked(draft, 'single')) }))
    await vi.waitFor(() => expect(finished).toBe(2), { timeout: 20_000, interval: 5 })
    expect(plans.map((plan) => [plan.scenario.arms[0]!.policies[0]!.set['share'], plan.replicates.length])).toEqual([[0.1, 1], [0.2, 1]])
    expect(experiment.stands).toBe('complete')
    experiment.ask(asked(moved(0.2), 'single'))
    expect(experiment.plan.length).toBe(1)
    expect(plans.length).toBe(2)
  })
  it('runs nothing ahead of other ground than that of what it knows', async () => {
    const { runner, plans } = watched(fixtureRunner(0))
    const experiment = new Experiment(runner)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    plans.length = 0
    experiment.expect(() => ({ ground: 'two', plans: [asked(moved(0.1), 'single')] }))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(plans).toEqual([])
  })
  it('follows a lever from the first run of its county on, one run for a position', async () => {
    const { runner, plans } = watched(fixtureRunner(2))
    const experiment = new Experiment(runner)
    experiment.ask(asked(moved(0.1), 'single'))
    experiment.ask(asked(moved(0.2), 'single'))
    await idle(experiment)
    expect([experiment.stands, experiment.plan.length]).toEqual(['single', 1])
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(asked(moved(0.2), 'single').plan, 1).county])
    expect(plans.every(({ replicates }) => replicates.length === 1)).toBe(true)
  })
  it.each([
    [2, 3],
    [3, 3],
  ])('on %i threads and %i cores has two single runs at a time, and never shows an older position after a newer one', async (threads, cores) => {
    const { runner, plans } = watched(fixtureRunner(2, threads))
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => (release = resolve))
    const experiment = new Experiment({
      ...runner,
      run: async (plan, options) => {
        const outcome = await runner.run(plan, options)
        if (plan.scenario.arms[0]!.policies[0]?.set['share'] === 0.1) await held
        return outcome
      },
    }, undefined, cores)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    plans.length = 0
    const ran = () => plans.map((plan) => plan.scenario.arms[0]!.policies[0]!.set['share'])
    const of = (share: number) => [...fixtureSeries(asked(moved(share), 'single').plan, 1).county]
    const shown = () => [...experiment.plan[0]!.county]
    expect(of(0.1)).not.toEqual(of(0.3))
    for (const share of [0.1, 0.2, 0.3]) experiment.ask(asked(moved(share), 'single'))
    expect(ran()).toEqual([0.1, 0.2])
    await vi.waitFor(() => expect(shown()).toEqual(of(0.3)), { timeout: 5000 })
    expect(ran()).toEqual([0.1, 0.2, 0.3])
    release()
    await idle(experiment)
    expect(shown()).toEqual(of(0.3))
  })
  it('shows what lies between two known runs of a lever until its own run is here, and says so', async () => {
    const experiment = new Experiment(fixtureRunner(2))
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    const at = (share: number, wanted: Wanted = 'single'): Request => ({ ...asked(moved(share), wanted), place: { way: 'rotation', at: share } })
    const cv = (share: number) => fixtureSeries(at(share).plan, 1).county[countyColumn('Q2.cv.primary')]!
    experiment.ask(at(0.1))
    expect(experiment.stands).not.toBe('between')
    await idle(experiment)
    experiment.ask(at(0.3))
    await idle(experiment)
    expect(experiment.stands).not.toBe('between')
    experiment.ask(at(0.15))
    expect(experiment.stands).toBe('between')
    // a quarter of the way from one to the other
    expect(experiment.plan[0]!.county[countyColumn('Q2.cv.primary')]).toBeCloseTo(cv(0.1) + (cv(0.3) - cv(0.1)) / 4, 12)
    await idle(experiment)
    expect(experiment.stands).not.toBe('between')
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(at(0.15).plan, 1).county])
    // beyond the known ones nothing is made up
    experiment.ask(at(0.35))
    expect(experiment.stands).not.toBe('between')
    await idle(experiment)
    // and let go before its run is here, what lay between is shown no more
    experiment.ask(at(0.2))
    expect(experiment.stands).toBe('between')
    experiment.ask(at(0.2, 'many'))
    expect(experiment.stands).toBe('between')
    await idle(experiment)
    expect(experiment.stands).not.toBe('between')
    expect(experiment.plan.map((run) => [...run.county])).toEqual([1, 2, 3, 4, 5, 6].map((replicate) => [...fixtureSeries(at(0.2).plan, replicate).county]))
  })
  it('on two cores runs a position between known ones when the hand rests, on more at once', async () => {
    for (const [cores, atOnce] of [[2, 0], [4, 1]] as const) {
      const { runner, plans } = watched(fixtureRunner(2, 4))
      const experiment = new Experiment(runner, undefined, cores)
      experiment.ask(asked(first, 'many'))
      await idle(experiment)
      const at = (share: number): Request => ({ ...asked(moved(share), 'single'), place: { way: 'rotation', at: share } })
      for (const share of [0.1, 0.3]) {
        experiment.ask(at(share))
        await idle(experiment)
      }
      plans.length = 0
      experiment.ask(at(0.15))
      expect(plans.length).toBe(atOnce)
      experiment.ask(at(0.2))
      expect(experiment.stands).toBe('between')
      await idle(experiment)
      expect(experiment.stands).not.toBe('between')
      // on two cores the hand had gone on from the first before it rested
      expect(plans.map((plan) => plan.scenario.arms[0]!.policies[0]!.set['share'])).toEqual(cores === 2 ? [0.2] : [0.15, 0.2])
      // and one that is known ends the waiting
      plans.length = 0
      experiment.ask(at(0.25))
      experiment.ask(at(0.3))
      await idle(experiment)
      if (cores === 2) expect(plans).toEqual([])
      expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(at(0.3).plan, 1).county])
    }
  })
  it('completes the baseline even if the lever is let go where it was before that is done', async () => {
    const { runner, plans } = watched(fixtureRunner(3))
    const experiment = new Experiment(runner)
    experiment.ask(asked(moved(0.1), 'many'))
    // the pairs of the baseline are under way
    await vi.waitFor(() => expect(plans.some((plan) => plan.scenario.arms[0]!.id === 'status-quo' && plan.replicates.length > 1)).toBe(true), { timeout: 5000 })
    experiment.ask(asked(moved(0.2), 'single'))
    await vi.waitFor(() => expect(experiment.stands).toBe('single'), { timeout: 5000 })
    experiment.ask(asked(moved(0.1), 'many'))
    await idle(experiment)
    expect(experiment.baseline.map((run) => run.replicate)).toEqual([1, 2, 3, 4, 5, 6])
  })
  it('keeps the last good picture when a run fails, and says so', async () => {
    const good = fixtureRunner(0)
    let broken = false
    const problem = { path: 'run', text: { zh: '出错', en: 'failed' } }
    const experiment = new Experiment({ ...good, run: (plan, options) => (broken ? Promise.resolve({ status: 'failed', runId: plan.runId, problem, results: [] }) : good.run(plan, options)) })
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    const before = experiment.plan
    broken = true
    experiment.ask(asked(moved(0.2), 'single'))
    await idle(experiment)
    expect(experiment.problem).toEqual(problem)
    expect(experiment.plan).toBe(before)
    broken = false
    experiment.retry()
    await idle(experiment)
    expect(experiment.problem).toBeNull()
    expect(experiment.plan).not.toBe(before)
  })
  it('says in both languages what a runner knows of a failure, with what to do', async () => {
    const good = fixtureRunner(0)
    const problem = { path: 'run', text: { zh: '模拟线程意外结束', en: 'A worker ended' }, hint: { zh: '请重新运行', en: 'Run again' } }
    let thrown: Error = new RunnerError(problem)
    const experiment = new Experiment({ ...good, run: () => Promise.reject(thrown) })
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    expect(experiment.problem).toEqual(problem)
    thrown = new Error('odd')
    experiment.retry()
    await idle(experiment)
    expect(experiment.problem).toMatchObject({ text: { zh: expect.stringMatching(/运行未能完成.*odd/), en: expect.stringMatching(/could not be completed.*odd/) }, hint: { zh: expect.stringContaining('重试'), en: expect.stringContaining('Try again') } })
  })
  it('goes on after a single run that could not even begin', async () => {
    const good = fixtureRunner(0)
    let broken = false
    const experiment = new Experiment({ ...good, run: (plan, options) => (broken ? Promise.reject(new Error('gone')) : good.run(plan, options)) })
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    broken = true
    experiment.ask(asked(moved(0.2), 'single'))
    await idle(experiment)
    expect(experiment.problem?.text.en).toContain('gone')
    broken = false
    experiment.ask(asked(moved(0.2), 'single'))
    await idle(experiment)
    expect(experiment.problem).toBeNull()
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(asked(moved(0.2), 'single').plan, 1).county])
  })
  it('has a wish for a plan whose run was given up just before', async () => {
    // a run that is given up ends at its next year, not at once
    const inner = fixtureRunner(20, 2)
    const experiment = new Experiment(inner, undefined, 3)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    experiment.ask(asked(moved(0.1), 'single'))
    // let go elsewhere: the run under way is given up; then back under the hand
    experiment.ask(asked(moved(0.3), 'many'))
    experiment.ask(asked(moved(0.1), 'single'))
    await idle(experiment)
    expect([...experiment.plan[0]!.county]).toEqual([...fixtureSeries(asked(moved(0.1), 'single').plan, 1).county])
  })
  it('is slow when even the fastest of the last single runs took over 200 ms by its clock, and quick again once one did not', async () => {
    const { time, experiment } = clocked(fixtureRunner(0))
    experiment.ask(asked(first, 'single'))
    await idle(experiment)
    // the first run builds the county: it says nothing about the next
    expect(experiment.slow).toBe(false)
    const verdicts: boolean[] = []
    for (const [share, ms] of [[0.1, 300], [0.2, 230], [0.3, 230], [0.11, 210], [0.22, 205], [0.21, 50], [0.31, 230], [0.12, 230]] as const) {
      time.took = ms
      experiment.ask(asked(moved(share), 'single'))
      await idle(experiment)
      verdicts.push(experiment.slow)
    }
    // five are needed, all of them late; one of 50 among the last five is enough to be quick
    expect(verdicts).toEqual([false, false, false, false, true, false, false, false])
  })
  it('called slow, is timed again where the lever is let go, though the run there is known', async () => {
    const { time, experiment } = clocked(fixtureRunner(0))
    experiment.ask(asked(first, 'single'))
    await idle(experiment)
    for (const share of [0.1, 0.2, 0.3, 0.4, 0.5]) {
      experiment.ask(asked(moved(share), 'single'))
      await idle(experiment)
    }
    expect(experiment.slow).toBe(true)
    time.took = 50
    experiment.ask(asked(moved(0.5), 'many'))
    await idle(experiment)
    expect(experiment.slow).toBe(false)
    expect(experiment.plan.length).toBe(6)
  })
  it('is not called slow for runs that shared their time with others', async () => {
    const { experiment } = clocked(fixtureRunner(2, 2), 3)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    for (const pair of [1, 2, 3, 4, 5, 6]) {
      for (const share of [pair / 20, pair / 20 + 0.01]) experiment.ask(asked(moved(share), 'single'))
      await idle(experiment)
    }
    expect(experiment.slow).toBe(false)
  })
  it('on many threads knows a slow device by what it runs ahead, one after another', async () => {
    const { runner, plans } = watched(fixtureRunner(2, 8))
    const { experiment } = clocked(runner, 8)
    experiment.ask(asked(first, 'many'))
    await idle(experiment)
    plans.length = 0
    experiment.expect(() => ({ ground: 'one', plans: [0.1, 0.2, 0.3, 0.4, 0.5].map((share) => asked(moved(share), 'single')) }))
    await vi.waitFor(() => expect(experiment.slow).toBe(true), { timeout: 5000 })
    expect(plans.length).toBe(5)
  })
})
