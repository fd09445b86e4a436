import { describe, expect, it } from 'vitest'
import { policies, type AnyPolicy, type Series } from '../../../../src/engine/index.ts'
import { candidateName, localCandidates, trialText } from '../../../../src/app/charts/prepare/local-candidates.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { scenarioOf, withLever } from '../../../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { LocalTrials } from '../../../../src/app/stores/runs/local-trials.svelte.ts'
import type { Plan, Runner } from '../../../../src/runner/runner.ts'
import { handFrame, handRun } from '../../../charts/hand-county.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'
import { speechIn } from '../../../support/speech.ts'

const county = shippedCounties[0]!
const first = firstDraft(county)
const policy = (id: string): AnyPolicy => policies.find((one) => one.id === id)!
const rail = [{ policy: 'teacher-rotation' }, { policy: 'enrolment-quota' }, { policy: 'school-group' }, { policy: 'enrolment-quota' }]
const rotating = withLever(withLever(first, policy('teacher-rotation'), 'share', 0.08, county), policy('teacher-rotation'), 'backboneShare', 0.3, county)
const of = (draft: typeof first) => localCandidates(draft, policies, rail, county, 12)

describe('what is tried for one school', () => {
  it('where nothing is decided: policies for one school there alone, others of the rail in the county, each once', () => {
    const tried = of(first)
    expect(tried.map(({ key, how }) => [key, how.kind])).toEqual([
      ['school-standardisation', 'here'],
      ['directed-hiring', 'here'],
      ['rural-allowance', 'here'],
      ['funding-tilt', 'here'],
      ['teacher-rotation', 'here'],
      ['mentoring', 'here'],
      ['shared-classroom', 'here'],
      ['enrolment-quota', 'county'],
      ['school-group', 'county'],
    ])
    expect(tried[0]!.uses).toMatchObject([{ use: 'school-standardisation', where: { schools: [12] } }])
    expect(tried.at(-1)!.uses[0]).not.toHaveProperty('where')
  })
  it('levers in use a step up, as the plan has them; their policy is not added a second time', () => {
    const tried = of(rotating)
    // a percentage point is less than a fortieth of the range: two of them; five points of the other are more
    expect(tried.slice(0, 2).map((one) => candidateName(speechIn('zh'), one))).toEqual(['教师交流轮岗：轮岗比例（每年） 8% → 10%', expect.stringMatching(/^教师交流轮岗：.* 30% → 35%$/)])
    expect(tried[0]!.uses).toMatchObject([{ use: 'teacher-rotation', set: { share: 0.1, backboneShare: 0.3 } }])
    expect(tried.filter((one) => one.policy.id === 'teacher-rotation').map(({ how }) => how.kind)).toEqual(['step', 'step'])
    expect(tried.find((one) => one.key === 'mentoring')!.uses.map(({ use }) => use)).toEqual(['teacher-rotation', 'mentoring'])
  })
  it('a lever at the end of its range has nowhere to go', () => {
    const { range } = policy('directed-hiring').parameters['share'] as { readonly range: readonly [number, number] }
    const full = withLever(first, policy('directed-hiring'), 'share', range[1], county)
    expect(of(full).some(({ how }) => how.kind === 'step')).toBe(false)
  })
})

/** A runner that answers with prepared runs, in the order they are asked for; where one is missing, the run fails. */
function answering(runs: readonly (Series | undefined)[]): { readonly runner: Runner; readonly plans: Plan[] } {
  const plans: Plan[] = []
  const run: Runner['run'] = (plan) => {
    const series = runs[plans.push(plan) - 1]
    return Promise.resolve(series ? { status: 'done', runId: plan.runId, results: [{ replicate: 1, arms: [series] }] } : { status: 'failed', runId: plan.runId, problem: { path: '', text: { zh: '', en: '' } }, results: [] })
  }
  return { plans, runner: { ...fixtureRunner(0), run } as Runner }
}

describe('trials of one school', () => {
  const shown = handRun(3, [{ cv: 0.5, status: [1, 1, 1] }, { cv: 0.5, status: [1, 1, 1] }, { cv: 0.5, status: [1, 1, 2] }])
  const better = handRun(3, [{ cv: 0.5, status: [1, 1, 1] }, { cv: 0.5, status: [1, 1, 2] }, { cv: 0.5, status: [1, 1, 2] }])
  const closed = handRun(3, [{ cv: 0.5 }, { cv: 0.5, rolls: [100, 100, 0] }, { cv: 0.5, rolls: [100, 100, 0] }])
  it('are paired with the run shown, best first, what closes the school last, what failed counted', async () => {
    const { runner, plans } = answering([closed, shown, undefined, better])
    const trials = new LocalTrials(runner)
    const tried = of(rotating).slice(0, 4)
    await trials.ask('one', scenarioOf(rotating, county, policies, ['plan']), tried, handFrame.facts[2]!, handFrame, shown, 1)
    expect(plans.map(({ replicates, scenario }) => [replicates, scenario.seed, scenario.arms[0]!.policies])).toEqual(tried.map(({ uses }) => [[3], first.seed, uses]))
    expect(trials.results!.map(({ candidate }) => tried.indexOf(candidate as (typeof tried)[number]))).toEqual([3, 1, 0])
    expect(trials.results!.map((trial) => trialText(speechIn('zh'), trial))).toEqual(['达标 5 → 7 项；首次达标 2028 → 2027', '没有变化', '本校被撤并'])
    expect(trials.failed).toBe(1)
  })
})
