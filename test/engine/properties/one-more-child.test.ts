import { describe, expect, test } from 'vitest'
import { blockInGrade, firstPupil, pupilId } from '../../../src/engine/county/cohorts.ts'
import { columnsOf, type County } from '../../../src/engine/county/county.ts'
import { sectionSeries, type YearRecord } from '../../../src/engine/record.ts'
import { liveYears, type LiveYears } from '../../support/live-years.ts'

/*
 * No butterflies: one more child changes what it must. Every other child keeps family, skill, luck and wishes; schools whose
 * classes it does not sit in keep their children and their year, but for one thing that is shared on purpose: peers count
 * relative to the mean of the whole grade, which one child moves by a hair.
 */

/** Enters one more six-year-old of a place, in its row after the other children of that place. */
function addChild(county: County, place: number, year: number): void {
  const { pupils, blocks } = county
  const block = blockInGrade(county, 1)
  const first = firstPupil(county, block)
  const end = first + blocks.size[block]!
  let row = first
  while (row < end && (pupils.id[row]! - pupilId(year, 0, 0)) >> 13 <= place) row++
  for (const column of Object.keys(columnsOf.pupils)) {
    const values = (pupils as unknown as Record<string, Float64Array>)[column]!
    values.copyWithin(row + 1, row, end)
  }
  pupils.id[row] = pupilId(year, place, 8000)
  pupils.home[row] = place
  pupils.standing[row] = 0
  pupils.since[row] = 0
  pupils.mobility[row] = 65_534
  pupils.background[row] = 0.5
  pupils.early[row] = 0.2
  pupils.durable[row] = 0.9
  pupils.input[row] = 0
  blocks.size[block]!++
}

/** Pupils on roll or gone, by id: what a child brings along, and where it sits. */
function children({ county }: LiveYears) {
  const { pupils, blocks, slots } = county
  const found = new Map<number, { own: number[]; section: number; score: number }>()
  for (let b = 0; b < 9; b++)
    for (let i = firstPupil(county, b); i < firstPupil(county, b) + blocks.size[b]!; i++)
      found.set(pupils.id[i]!, {
        own: [pupils.home[i]!, pupils.background[i]!, pupils.early[i]!, pupils.durable[i]!, pupils.mobility[i]!, pupils.wishes[i]!],
        section: slots.section[pupils.slot[i]!]!,
        score: pupils.durable[i]! + pupils.input[i]!,
      })
  return found
}

const scoreColumns = new Set(['rawMean', 'adjustedMean', 'valueAdded', 'belief', 'keyChance', 'generalAdmitted', 'keyAdmitted', 'keyByQuota', 'displaced', 'quotaCut', 'dropouts'])

/** Sections whose record differs in a column that is not about scores. */
function changedSections(a: YearRecord, b: YearRecord): number[] {
  const width = sectionSeries.length
  const changed = new Set<number>()
  for (let i = 0; i < a.sections.length; i++) {
    const same = a.sections[i] === b.sections[i] || (a.sections[i] !== a.sections[i] && b.sections[i] !== b.sections[i])
    if (!same && !scoreColumns.has(sectionSeries[i % width]!.id)) changed.add(Math.floor(i / width))
  }
  return [...changed]
}

/** The same county twice, from 2026 on; the second with one more child of a place. */
function twins(place: number) {
  const [plain, more] = [liveYears(), liveYears()]
  const first = plain.year(2026)
  const second = more.year(2026, {
    around: (id, step) => {
      step()
      if (id === 'demography') addChild(more.county, place, 2026)
    },
  })
  return { plain, more, first, second, newcomer: pupilId(2026, place, 8000) }
}

describe.each([0, 3, 4, 7, 11])('one more child of place %i', (place) => {
  const { plain, more, first, second, newcomer } = twins(place)
  const before = children(plain)
  const after = children(more)

  test('leaves everybody else’s home, family, skill, luck and wishes untouched, bit for bit', () => {
    expect(after.size).toBe(before.size + 1)
    for (const [id, child] of before) expect(after.get(id)!.own, `${id}`).toEqual(child.own)
  })

  test('moves nobody else to another school, as there is room', () => {
    const moved = [...before].filter(([id, child]) => after.get(id)!.section !== child.section)
    expect(moved).toEqual([])
    expect(after.get(newcomer)!.section).toBeGreaterThanOrEqual(0)
  })

  test('changes the record of the campus it attends only', () => {
    const { sections, places } = more.county
    const campus = sections.school[after.get(newcomer)!.section]
    const zone = places.primaryZone[place]!
    for (const s of changedSections(first, second)) expect(sections.school[s] === campus || s === zone, `section ${s}`).toBe(true)
    expect(changedSections(first, second)).toContain(after.get(newcomer)!.section)
  })

  test('moves scores of other schools by less than a thousandth of a standard deviation, and of other grades not at all', () => {
    const school = after.get(newcomer)!.section
    for (const [id, child] of before) {
      if (child.section === school) continue
      const change = Math.abs(after.get(id)!.score - child.score)
      if (change > 1e-3) expect.fail(`pupil ${id} of section ${child.section}: ${change}`)
      // ids of one entry year are together
      const isGradeOne = id >= pupilId(2026, 0, 0) && id < pupilId(2027, 0, 0)
      if (!isGradeOne && change > 0) expect.fail(`pupil ${id} of another grade: ${change}`)
    }
  })

  test('still leaves everybody’s luck alone ten years later', () => {
    for (let year = 2027; year <= 2035; year++) {
      plain.year(year)
      more.year(year)
    }
    const [a, b] = [children(plain), children(more)]
    for (const [id, child] of a) {
      const [home, background, early, durable, mobility] = b.get(id)!.own
      expect([home, background, early, durable, mobility], `${id}`).toEqual(child.own.slice(0, 5))
    }
  })
})
