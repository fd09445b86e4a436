import { describe, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { createRules } from '../../../src/engine/county/county.ts'
import { countStaff, teacherId } from '../../../src/engine/county/staff.ts'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { designation } from '../../../src/engine/processes/teacher-titles.ts'
import { liveYears } from '../../support/live-years.ts'
import { sectionRow, smallCounty, smallYear } from '../../support/small-county.ts'
import { runProcess, smallSettings, type StepOptions } from './small-year.ts'

/** The small county with posts by the norm alone. */
function county(): County {
  const built = smallCounty()
  built.sections.staffing.fill(1)
  for (let t = 0; t < built.teachers.count; t++) built.teachers.tenure[t] = 5
  return built
}

/** Nobody moves of their own accord or by order, and no more is hired than the establishment allows. */
const still = { redeploy: 0, ruralApply: 0, townshipApply: 0, minimumHiring: 0 }
const hiring = (on: County, { set = {}, ...more }: StepOptions = {}) => runProcess('teacher-hiring', on, { ...more, set: { ...still, ...set } })
const six = (column: { subarray(a: number, b: number): ArrayLike<number> }): number[] => Array.from(column.subarray(0, 6))

describe('posts', () => {
  test('follow last October’s roll; with too many teachers all of them are shared out in the same proportions', () => {
    const on = county()
    hiring(on)
    // primary: 240, 132, 60 and 30 pupils at 20 give 12, 6.6, 3 and 1.5 = 23.1 posts for 28 teachers; shared: times 28 ÷ 23.1
    const shared = 28 / 23.1
    expect(six(on.sections.posts).map((x) => Number(x.toFixed(9)))).toEqual([12 * shared, 6.6 * shared, 10, 3 * shared, 1.5 * shared, 20].map((x) => Number(x.toFixed(9))))
    // granted in whole posts: 15, 8, 10, 4, 2, 20; town is short of 3, two small schools have one too many: one is hired
    expect(six(on.sections.hired)).toEqual([1, 0, 0, 0, 0, 0])
    expect(six(on.sections.staff)).toEqual([13, 8, 10, 5, 3, 20])
    expect(six(on.sections.vacancies)).toEqual([2, 0, 0, 0, 0, 0])
  })

  test('are not cut where there are too few teachers: all that is short is hired', () => {
    const on = county()
    hiring(on, { settings: { pupilsPerPost: { primary: 15, junior: 10 } } })
    // 16, 8.8, 12, 4, 2 and 24 posts: granted 16, 9, 12, 4, 2, 24; short of 4, 1, 2, −1, −1 and 4; 11 short less 2 too many
    const hired = six(on.sections.hired)
    expect(hired.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(7)
    expect(hired.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(11)
    hired.forEach((n, s) => expect(n).toBeLessThanOrEqual([4, 1, 2, 0, 0, 4][s]!))
  })

  test('even the smallest open section has one, a closed one none', () => {
    const on = county()
    on.sections.rollLastOctober[sectionRow.teachingPoint] = 2
    on.sections.open[sectionRow.villagePrimary] = 0
    for (let t = 0; t < on.teachers.count; t++) if (on.teachers.section[t] === sectionRow.teachingPoint || on.teachers.section[t] === sectionRow.villagePrimary) on.teachers.section[t] = -1
    hiring(on, { settings: { pupilsPerPost: { primary: 20, junior: 12 } } })
    // two pupils are a tenth of a post; the one granted is filled or vacant
    expect(on.sections.staff[sectionRow.teachingPoint]! + on.sections.vacancies[sectionRow.teachingPoint]!).toBe(1)
    expect(on.sections.staff[sectionRow.villagePrimary]).toBe(0)
    expect(on.sections.posts[sectionRow.villagePrimary]).toBe(0)
  })
})

describe('new teachers', () => {
  const on = county()
  for (let t = 30; t < 50; t++) on.teachers.section[t] = -1
  countStaff(on)
  on.sections.specialists.fill(0.2)
  hiring(on, { settings: { pupilsPerPost: { primary: 16, junior: 10 } }, set: { degreeShare: 1, effectSpread: 0.13 } })
  const fresh: number[] = []
  for (let t = 0; t < on.teachers.count; t++) if (on.teachers.section[t]! >= 0 && on.teachers.experience[t] === 0) fresh.push(t)

  test('are young, new, without titles, from somewhere in the county, and known by section and round', () => {
    const { teachers, sections } = on
    expect(fresh.length).toBe(six(sections.hired).reduce((a, b) => a + b, 0))
    expect(fresh.length).toBeGreaterThan(20)
    const rounds = new Map<number, number>()
    for (const t of [...fresh].sort((a, b) => teachers.id[a]! - teachers.id[b]!)) {
      const s = teachers.section[t]!
      const round = rounds.get(s) ?? 0
      rounds.set(s, round + 1)
      expect(teachers.id[t]).toBe(teacherId(smallYear, sections.id[s]!, round))
      expect(smallYear - teachers.born[t]!).toBeGreaterThanOrEqual(22)
      expect(smallYear - teachers.born[t]!).toBeLessThanOrEqual(25)
      expect([teachers.tenure[t], teachers.rank[t], teachers.backbone[t], teachers.degree[t], teachers.postedUntil[t]]).toEqual([0, 0, 0, 1, 0])
      expect(teachers.home[t]).toBeLessThan(on.places.count)
      expect(Number.isInteger(teachers.effect[t]! * 2 ** 20)).toBe(true)
    }
  })

  test('take the rows of those who left before new ones', () => {
    expect(on.teachers.count).toBe(Math.max(58, 38 + fresh.length))
  })

  test('teach PE and arts in the share their section is used to, as near as whole teachers allow', () => {
    for (const s of [sectionRow.townPrimary, sectionRow.townshipPrimary]) expect(Math.abs(on.sections.peArts[s]! - 0.2 * on.sections.staff[s]!)).toBeLessThanOrEqual(1)
  })
})

describe('moves of serving teachers', () => {
  const moves = (set: Record<string, number>, prepare: (on: County) => void = () => undefined) => {
    const before = county()
    prepare(before)
    const after = county()
    prepare(after)
    hiring(after, { set })
    return { before: before.teachers, after, moved: Array.from({ length: 58 }, (_, t) => t).filter((t) => after.teachers.section[t] !== before.teachers.section[t]) }
  }

  test('surplus teachers go to short schools, up to what these lack', () => {
    let total = 0
    for (let seed = 1; seed <= 60; seed++) {
      const on = county()
      hiring(on, { set: { redeploy: 0.8, crossLevel: 0 }, seed })
      const { transfersIn, transfersOut } = on.sections
      expect(six(transfersIn)[0]).toBe(six(transfersIn).reduce((a, b) => a + b, 0))
      expect(transfersIn[0]).toBeLessThanOrEqual(3)
      expect([transfersOut[0], transfersOut[1], transfersOut[2], transfersOut[5]]).toEqual([0, 0, 0, 0])
      total += transfersIn[0]!
    }
    // one too many in each of two schools, 80 % called: 1.6 a year; standard error 0.13
    expect(Math.abs(total / 60 - 1.6)).toBeLessThan(0.5)
  })

  test('upwards only, by rank and backbone title before others, and not out of a posting or in the first two years', () => {
    // every village and township teacher applies; the town's primary school has 3 places short, all open to them
    const all = { ruralApply: 1, townshipApply: 1, transferShare: 1, redeploy: 0 }
    const { after, moved, before } = moves(all)
    for (const t of moved) {
      expect([sectionRow.townshipPrimary, sectionRow.villagePrimary, sectionRow.teachingPoint]).toContain(before.section[t])
      expect(after.teachers.section[t]).toBe(sectionRow.townPrimary)
      expect(after.teachers.tenure[t]).toBe(0)
    }
    expect(moved.length).toBe(3)
    // three with senior rank, a backbone title and a strong effect: seven more than luck decides between the others
    const strong = moves(all, (on) => {
      for (let t = 12; t < 20; t++) on.teachers.rank[t] = 0
      on.teachers.backbone[12] = 0
      for (const t of [14, 15, 16]) {
        on.teachers.rank[t] = 2
        on.teachers.backbone[t] = 1
        on.teachers.effect[t] = 1
      }
    })
    expect(strong.moved).toEqual([14, 15, 16])
    const posted = moves(all, (on) => {
      for (let t = 12; t < 20; t++) {
        on.teachers.tenure[t] = t % 2 === 0 ? 1 : 5
        if (t % 2 === 1) on.teachers.postedUntil[t] = smallYear
      }
      for (let t = 30; t < 38; t++) on.teachers.tenure[t] = 0
    })
    expect(posted.moved).toEqual([])
  })

  test('an allowance of half the pay keeps four in five of those who would go', () => {
    let without = 0
    let kept = 0
    const rules = createRules(6)
    rules.sections.allowance.fill(6000)
    for (let seed = 1; seed <= 150; seed++) {
      // room for all who want
      const options: StepOptions = { seed, set: { townshipApply: 0.25, transferShare: 1, awayFactor: 1, rankFactor: 1 }, settings: { pupilsPerPost: { primary: 14, junior: 9 } } }
      const plain = county()
      hiring(plain, options)
      without += plain.sections.transfersOut[1]! + plain.sections.transfersOut[2]!
      const paid = county()
      hiring(paid, { ...options, rules })
      kept += paid.sections.transfersOut[1]! + paid.sections.transfersOut[2]!
    }
    // of 150 × 18 teachers a quarter apply, 675; allowed through: 1 − 1.5 × 0.5 = 0.25
    expect(Math.abs(without - 675)).toBeLessThan(110)
    expect(Math.abs(kept / without - 0.25)).toBeLessThan(0.07)
  })

  test('a posting that has run out ends where it began, unless that school is closed; one that has not goes on', () => {
    const on = county()
    const post = (t: number, until: number, back: number): void => {
      on.teachers.postedUntil[t] = until
      on.teachers.returnTo[t] = back
    }
    post(0, smallYear - 1, sectionRow.townshipPrimary)
    post(1, smallYear, sectionRow.townshipPrimary)
    post(2, smallYear - 1, -1)
    hiring(on, { set: { transferShare: 0 } })
    const { section, postedUntil, returnTo, tenure } = on.teachers
    expect([section[0], postedUntil[0], returnTo[0], tenure[0]]).toEqual([sectionRow.townshipPrimary, 0, -1, 1])
    expect([section[1], postedUntil[1], returnTo[1]]).toEqual([sectionRow.townPrimary, smallYear, sectionRow.townshipPrimary])
    expect([section[2], postedUntil[2], returnTo[2]]).toEqual([sectionRow.townPrimary, 0, -1])
  })
})

describe('titles', () => {
  test('are granted up to the county’s share of its teachers, the strongest first, and never taken away', () => {
    const on = county()
    const { teachers } = on
    for (let t = 0; t < 58; t++) {
      teachers.backbone[t] = 0
      teachers.rank[t] = t % 4 === 0 ? 1 : 0
      teachers.effect[t] = 0
    }
    // far above what luck can add, in the village and in town
    for (const t of [12, 32]) teachers.effect[t] = 10
    hiring(on, { settings: { backboneShare: { primary: 0.1, junior: 0.1 }, midRankShare: { primary: 0.5, junior: 0.2 } } })
    const count = (level: 0 | 1, holds: (t: number) => boolean): number => Array.from({ length: teachers.count }, (_, t) => t).filter((t) => teachers.section[t]! >= 0 && on.sections.level[teachers.section[t]!] === level && holds(t)).length
    // 29 primary teachers after one was hired, 30 junior ones
    expect(count(0, (t) => teachers.backbone[t] === 1)).toBe(3)
    expect(count(1, (t) => teachers.backbone[t] === 1)).toBe(3)
    expect(count(0, (t) => teachers.rank[t]! >= 1)).toBe(15)
    // eight of thirty hold one already, more than a fifth: nobody loses it
    expect(count(1, (t) => teachers.rank[t]! >= 1)).toBe(8)
    expect([teachers.backbone[12], teachers.backbone[32]]).toEqual([1, 1])
    for (let t = 0; t < teachers.count; t++) if (teachers.backbone[t] === 1) expect(teachers.rank[t]).toBeGreaterThanOrEqual(1)
  })

  test('equal candidates are taken in order of id, wherever their rows lie', () => {
    const luckless = { ...drawsOf(seedWords('titles', 1), smallYear), normal: () => () => 0 }
    const chosen = [false, true].map((reversed) => {
      const on = county()
      const { teachers } = on
      teachers.rank.fill(0)
      teachers.backbone.fill(0)
      // 58 teachers of equal merit, the same people in two orders of rows
      if (reversed) for (const column of [teachers.id, teachers.section, teachers.subject, teachers.born, teachers.home]) column.subarray(0, 58).reverse()
      countStaff(on)
      designation(on)({ settings: { ...smallSettings, midRankShare: { primary: 0.25, junior: 0.1 } }, draws: luckless, set: { evenness: 0, townFavour: 0 } })
      return Array.from({ length: 58 }, (_, t) => t).filter((t) => teachers.rank[t] === 1).map((t) => teachers.id[t]!).sort((a, b) => a - b)
    })
    // a quarter of 28 and a tenth of 30
    expect(chosen[0]!.length).toBe(7 + 3)
    expect(chosen[1]).toEqual(chosen[0])
  })

  test('no year grants more than the share, whatever happens', () => {
    const live = liveYears({ seed: seedWords('titles', 1) })
    const { teachers, sections } = live.county
    const { backboneShare, midRankShare } = live.built.settings
    const holders = (column: 'backbone' | 'rank', level?: 0 | 1): number[] => {
      const ids: number[] = []
      for (let t = 0; t < teachers.count; t++) {
        const s = teachers.section[t]!
        if (s >= 0 && teachers[column][t]! >= 1 && (level === undefined || sections.level[s] === level)) ids.push(teachers.id[t]!)
      }
      return ids
    }
    for (let year = 2026; year < 2038; year++)
      live.year(year, {
        around: (id, step) => {
          if (id !== 'teacher-hiring') return step()
          const before = { backbone: new Set(holders('backbone')), rank: new Set(holders('rank')) }
          step()
          for (const level of [0, 1] as const)
            for (const [column, shares] of [['backbone', backboneShare], ['rank', midRankShare]] as const) {
              const staff = sections.staff.reduce((sum, n, s) => sum + (s < sections.count && sections.level[s] === level ? n : 0), 0)
              const now = holders(column, level)
              const kept = now.filter((teacher) => before[column].has(teacher)).length
              const allowed = Math.round((level === 0 ? shares.primary : shares.junior) * staff)
              if (now.length > kept) expect(now.length, `${year} ${column} level ${level}`).toBeLessThanOrEqual(allowed)
            }
        },
      })
  })
})

test('over the years no section hires more than it is short of, and no posts stand empty by rounding alone', () => {
  const live = liveYears({ seed: seedWords('posts', 1) })
  const { sections } = live.county
  let hired = 0
  for (let year = 2026; year < 2038; year++) {
    live.year(year, {
      around: (id, step) => {
        step()
        if (id !== 'teacher-hiring') return
        for (let s = 0; s < sections.count; s++) {
          hired += sections.hired[s]!
          const granted = sections.posts[s]! > 0 ? Math.max(1, Math.round(sections.posts[s]!)) : 0
          if (sections.hired[s]! > 0) expect(sections.staff[s], `${year} section ${s}`).toBeLessThanOrEqual(granted)
          expect(sections.vacancies[s]).toBe(Math.max(0, granted - sections.staff[s]!))
        }
      },
    })
  }
  expect(hired).toBeGreaterThan(10)
})
