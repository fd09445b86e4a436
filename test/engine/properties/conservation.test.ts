import { describe, expect, test } from 'vitest'
import { createEngine, type Arm, type Scenario } from '../../../src/engine/index.ts'
import { cohorts, type SeenCounty } from '../../../src/engine/county/county.ts'
import { Digest } from '../../../src/engine/kernel/digest.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { liveYears } from '../../support/live-years.ts'
import { everythingFrom, runReplicate, useOf } from '../../support/run-engine.ts'
import { tinyCountyScenario } from '../../support/tiny-description.ts'

/* Nobody is lost and nobody appears from nowhere, whatever is decided: every policy alone, all of them together, several seeds. */

const arms: readonly Arm[] = [{ id: 'status-quo', policies: [] }, everythingFrom(2026), ...policies.map((p): Arm => ({ id: p.id, policies: [useOf(p.id, 2026)] }))]
const scenario: Scenario = tinyCountyScenario({ years: { from: 2025, to: 2031 }, arms })

/** Runs all arms with an eye on the county at the end of every year. */
function watch(replicate: number, look: (county: SeenCounty, where: string, arm: string, year: number) => void): void {
  runReplicate(scenario, replicate, createEngine((county, arm, year) => look(county, `${arm || 'before'} ${year} replicate ${replicate}`, arm, year)))
}

/** Rows in use of every cohort block. */
const eachPupil = ({ blocks, capacity }: SeenCounty, visit: (row: number, block: number) => void): void => {
  for (let b = 0; b < cohorts; b++) for (let i = b * capacity.cohort; i < b * capacity.cohort + blocks.size[b]!; i++) visit(i, b)
}

describe.each([1, 2, 3])('replicate %i', (replicate) => {
  test('every pupil sits in one class of the right level, or is gone; classes hold just their pupils and their sums', () => {
    watch(replicate, (county, where) => {
      const { slots, sections, classes, pupils, blocks, capacity } = county
      const size = new Int32Array(classes.capacity)
      const scores = new Float64Array(classes.capacity)
      const background = new Float64Array(classes.capacity)
      let gone = 0
      eachPupil(county, (i, b) => {
        const s = slots.section[pupils.slot[i]!]!
        if (s < 0) return void gone++
        if (sections.level[s] !== (blocks.grade[b]! <= 6 ? 0 : 1)) expect.fail(`${where}: pupil ${pupils.id[i]} of grade ${blocks.grade[b]} in section ${s}`)
        const c = b * capacity.slots + pupils.slot[i]!
        size[c]!++
        scores[c]! += pupils.durable[i]! + pupils.input[i]!
        background[c]! += pupils.background[i]!
      })
      expect(Array.from({ length: cohorts }, (_, b) => blocks.grade[b]!).sort(), where).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      for (let c = 0; c < classes.capacity; c++) {
        if (c % capacity.slots === slots.count - 1) continue
        if (classes.size[c] !== size[c]) expect.fail(`${where}: class ${c} counts ${classes.size[c]}, has ${size[c]}`)
        if (Math.abs(classes.scores[c]! - scores[c]!) > 1e-9) expect.fail(`${where}: class ${c} sums ${classes.scores[c]} of scores, has ${scores[c]}`)
        if (Math.abs(classes.background[c]! - background[c]!) > 1e-9) expect.fail(`${where}: class ${c} sums ${classes.background[c]} of background, has ${background[c]}`)
      }
      const total = size.reduce((a, b) => a + b, 0)
      const cohortSum = Array.from({ length: cohorts }, (_, b) => blocks.size[b]!).reduce((a, b) => a + b, 0)
      expect(total + gone, where).toBe(cohortSum)
    })
  })

  test('rolls are autumn’s classes: those of the year’s end and who dropped out since', () => {
    watch(replicate, ({ sections, classes, slots, capacity }, where, _, year) => {
      if (year === scenario.county.year) return
      const now = new Int32Array(sections.count)
      for (let b = 0; b < cohorts; b++) for (let j = 0; j < slots.count - 1; j++) now[slots.section[j]!]! += classes.size[b * capacity.slots + j]!
      for (let s = 0; s < sections.count; s++) expect(sections.roll[s]! - sections.dropouts[s]!, `${where} section ${s}`).toBe(now[s])
    })
  })

  test('a cohort keeps its children, by name, from the first day to the last', () => {
    const names = new Map<string, string>()
    watch(replicate, (county, where, arm) => {
      const ids = Array.from({ length: cohorts }, (): number[] => [])
      eachPupil(county, (i, b) => ids[b]!.push(county.pupils.id[i]!))
      for (let b = 0; b < cohorts; b++) {
        expect(new Set(ids[b]).size, where).toBe(ids[b]!.length)
        const cohort = `${arm} ${county.blocks.entry[b]}`
        const digest = new Digest().numbers(ids[b]!.sort((x, y) => x - y)).hex()
        const before = names.get(cohort) ?? names.get(` ${county.blocks.entry[b]}`)
        if (before !== undefined) expect(digest, `${where}, cohort of ${county.blocks.entry[b]}`).toBe(before)
        names.set(cohort, digest)
      }
    })
  })

  test('every teacher serves one section or has left; staff changes by hires, retirements and leavers only', () => {
    const staffBefore = new Map<string, number>()
    watch(replicate, ({ sections, teachers }, where, arm, year) => {
      const staff = new Int32Array(sections.count)
      const ids = new Set<number>()
      for (let t = 0; t < teachers.count; t++) {
        if (teachers.section[t]! < 0) continue
        staff[teachers.section[t]!]!++
        ids.add(teachers.id[t]!)
      }
      const total = staff.reduce((a, b) => a + b, 0)
      expect(ids.size, where).toBe(total)
      let change = 0
      for (let s = 0; s < sections.count; s++) {
        expect(sections.staff[s], `${where} section ${s}`).toBe(staff[s])
        change += sections.hired[s]! - sections.retired[s]! - sections.quit[s]!
      }
      const before = staffBefore.get(`${arm} ${year - 1}`) ?? staffBefore.get(` ${year - 1}`)
      if (before !== undefined) expect(total - before, where).toBe(change)
      staffBefore.set(`${arm} ${year}`, total)
    })
  })

  test('nobody learns, teaches or is admitted where a section is closed', () => {
    watch(replicate, ({ sections }, where) => {
      for (let s = 0; s < sections.count; s++) if (sections.open[s] === 0) expect([sections.roll[s], sections.staff[s], sections.intake[s]], `${where} section ${s}`).toEqual([0, 0, 0])
    })
  })

  test('every yuan has a payer and, added up by section or by payer, is the same yuan', () => {
    const live = liveYears({ seed: seedWords('yuan', replicate) })
    for (let year = 2026; year < 2030; year++) {
      const { ledger } = live.built
      live.year(year, { at: (moment) => moment === 'budget' && live.built.rules.sections.fundsAdded.fill(12_345) })
      const byActor = ledger.entries.reduce((a, b) => a + b, 0)
      expect(ledger.bySection.reduce((a, b) => a + b, 0)).toBe(byActor)
      expect(byActor).toBeGreaterThan(1e7)
      expect(ledger.entries.every(Number.isInteger) && ledger.bySection.every(Number.isInteger)).toBe(true)
    }
  })
})

test('under the status quo every section’s staff changes by just what its row says', () => {
  const live = liveYears()
  const { sections } = live.county
  for (let year = 2026; year < 2036; year++) {
    const before = sections.staff.slice()
    live.year(year)
    for (let s = 0; s < sections.count; s++)
      expect(sections.staff[s]! - before[s]!, `${year} section ${s}`).toBe(sections.hired[s]! - sections.retired[s]! - sections.quit[s]! + sections.transfersIn[s]! - sections.transfersOut[s]!)
  }
})
