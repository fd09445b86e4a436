import { countyColumn, countySeries, items2012, items2017, levels, purposes, payers, sectionColumn, sectionSeries, standards2017, stateOf, type Item2017, type Level, type Scenario, type SectionFacts, type Series } from '../../src/engine/index.ts'
import type { ReplicateResult, Runner } from '../../src/runner/runner.ts'

/*
 * A county made of simple arithmetic, for looking at the screens and for their tests. It is not a model: a lever moves every
 * item a little, a replicate shifts it, and means, coefficients and verdicts are computed from the sections.
 */

const shares = { 'county-town': 1.15, township: 1.0, rural: 0.92 } as const

/** A number in 0 to 1 that depends on three whole numbers only. */
export function noise(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 7, 0x85ebca6b) ^ Math.imul(c + 13, 0xc2b2ae35), 0x27d4eb2f) >>> 0
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

export const fixtureFacts: readonly SectionFacts[] = Array.from({ length: 98 }, (_, section) => {
  const kind = section < 22 ? 'county-town' : section < 50 ? 'township' : 'rural'
  const level: Level = section % 3 === 2 ? 'junior' : 'primary'
  const angle = section * 2.39996
  const far = kind === 'county-town' ? 1 + noise(section, 1, 1) * 2 : 8 + noise(section, 2, 2) * 16
  const township = kind === 'county-town' ? -1 : section % 9
  const form = level === 'primary' ? { zh: '小学', en: 'Primary' } : { zh: '中学', en: 'Junior' }
  return {
    section,
    schoolId: section,
    schoolName: { zh: `${'城青河柳东和平新南山北'.charAt(section % 11)}${'岭湾坪桥关塘'.charAt(section % 6)}${form.zh}`, en: `School ${section} ${form.en}` },
    level,
    kind,
    form: level === 'primary' ? 'primary' : 'junior',
    owner: 'county',
    x: Math.cos(angle) * far,
    y: Math.sin(angle) * far,
    township,
    townshipName: township < 0 ? { zh: '县城', en: 'County town' } : { zh: `${'青柳河平石林泉岭湾'.charAt(township)}镇`, en: `Township ${township + 1}` },
  }
})

const rollOf = (section: number, y: number): number => Math.round((fixtureFacts[section]!.kind === 'county-town' ? 1400 : fixtureFacts[section]!.kind === 'township' ? 600 : 220) * (0.6 + noise(section, 3, 3)) * (1 - 0.02 * y))

function effort(scenario: Scenario, year: number): number {
  const uses = scenario.arms[0]!.policies.filter((use) => use.from <= year)
  return uses.reduce((sum, use) => sum + Object.values(use.set).filter((one) => typeof one === 'number').reduce((all, one) => all + Math.min(1, Math.abs(one)), 0) * (year - use.from + 1) * 0.02, 0)
}

function valueOf(item: Item2017, section: number, y: number, replicate: number, pull: number): number {
  const fact = fixtureFacts[section]!
  const standard = standards2017[item][fact.level]
  const k = Number(item.slice(1))
  const spread = (0.5 + k * 0.1) * (noise(section, k, 5) - 0.45) + (k === 2 ? 2.6 * (noise(section, k, 9) - 0.42) : 0)
  const base = standard * (1.25 + spread) * shares[fact.kind]
  const wobble = 1 + 0.06 * (noise(replicate, k, y) - 0.5) * (y + 1) * 0.3
  return base * (1 + ((standard * 1.3 - base) / base) * Math.min(0.9, pull + y * 0.02)) * wobble * (1 + 0.008 * y) * (0.97 + 0.06 * noise(section * 31 + k, y, replicate))
}

function fillYear(scenario: Scenario, replicate: number, year: number, y: number, sections: Float64Array, county: Float64Array): void {
  const width = sectionSeries.length
  const pull = effort(scenario, year)
  const row = (section: number, id: string, value: number) => (sections[(y * fixtureFacts.length + section) * width + sectionColumn(id)] = value)
  const put = (id: string, value: number) => (county[y * countySeries.length + countyColumn(id)] = value)
  const passing = { primary: 0, junior: 0 }
  const assessed = { primary: 0, junior: 0 }
  for (const { section, level } of fixtureFacts) {
    const states = items2017.map((item) => {
      const value = valueOf(item.id as Item2017, section, y, replicate, pull)
      row(section, `${item.id}.value`, value)
      return stateOf(value, standards2017[item.id as Item2017][level])
    })
    for (const item of items2012) row(section, `${item.id}.value`, 1 + noise(section, 4, 4))
    row(section, 'roll', rollOf(section, y))
    row(section, 'assessed.balance-2017', 1)
    row(section, 'assessed.balance-2012', 1)
    const met = states.filter((one) => one === 'meets').length
    const near = states.filter((one) => one === 'near').length
    row(section, 'met', met)
    row(section, 'near', near)
    const passes = met >= 6 && met + near === 7
    row(section, 'status', passes ? 2 : 1)
    assessed[level]++
    if (passes) passing[level]++
  }
  let within = 0
  for (const level of levels) {
    for (const item of [...items2017, ...items2012]) {
      const mine = fixtureFacts.filter((fact) => fact.level === level)
      const rolls = mine.map((fact) => rollOf(fact.section, y))
      const values = mine.map((fact) => sections[(y * fixtureFacts.length + fact.section) * width + sectionColumn(`${item.id}.value`)]!)
      const all = rolls.reduce((sum, one) => sum + one, 0)
      const mean = values.reduce((sum, value, k) => sum + value * rolls[k]!, 0) / all
      const cv = Math.sqrt(values.reduce((sum, value, k) => sum + ((value - mean) * (value - mean) * rolls[k]!) / all, 0)) / mean
      put(`${item.id}.mean.${level}`, mean)
      put(`${item.id}.cv.${level}`, cv)
      const standard = item.standard?.[level]
      put(`${item.id}.below.${level}`, standard === undefined ? NaN : values.filter((value) => value < standard).length)
      put(`${item.id}.near.${level}`, standard === undefined ? NaN : values.filter((value) => stateOf(value, standard) === 'near').length)
      if (standard !== undefined && cv <= (level === 'primary' ? 0.5 : 0.45)) within++
    }
    put(`composite.cv.${level}`, 0.3)
    put(`schools.passing.${level}`, passing[level])
    put(`schools.assessed.${level}`, assessed[level])
    put(`schools.assessed.balance-2012.${level}`, assessed[level])
  }
  put('verdict.balance-2017', within === 14 && passing.primary + passing.junior >= 70 + 8 * noise(replicate, 1, 1) ? 1 : 0)
  put('verdict.balance-2012', 1)
}

/** One arm of the fixture county in one replicate. */
export function fixtureSeries(scenario: Scenario, replicate: number): Series {
  const years = Array.from({ length: scenario.years.to - scenario.years.from + 1 }, (_, y) => scenario.years.from + y)
  const sections = new Float64Array(years.length * fixtureFacts.length * sectionSeries.length)
  const county = new Float64Array(years.length * countySeries.length)
  years.forEach((year, y) => fillYear(scenario, replicate, year, y, sections, county))
  const actors = 1
  const ledger = new Float64Array(years.length * actors * purposes.length * payers.length)
  years.forEach((year, y) => (ledger[y * purposes.length * payers.length] = Math.round(4e8 + effort(scenario, year) * 9e6)))
  return { arm: scenario.arms[0]!.id, replicate, years, sectionCount: fixtureFacts.length, sections, county, ledger }
}

/** A runner over the fixture county. */
export const fixtureRunner = (delay = 4, size = 1): Runner => ({
  size,
  async run(plan, options = {}) {
    const results: ReplicateResult[] = []
    for (const replicate of plan.replicates) {
      if (options.signal?.aborted) return { status: 'cancelled', runId: plan.runId, results }
      const result = { replicate, arms: [fixtureSeries(plan.scenario, replicate)] }
      results.push(result)
      options.onReplicate?.(result)
      options.onProgress?.({ runId: plan.runId, yearsDone: results.length * 15, yearsInAll: plan.replicates.length * 15 })
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
    return { status: 'done', runId: plan.runId, results }
  },
  facts: () => Promise.resolve(fixtureFacts),
  explain: () => Promise.resolve([]),
  warm: () => Promise.resolve(),
  dispose: () => undefined,
})
