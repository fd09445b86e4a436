import { describe, expect, it } from 'vitest'
import type { CountyDescription, RosterSchool } from '../../src/engine/index.ts'
import { isDrawn } from '../../src/scenario/drawn-figure.ts'
import { drawnItems } from '../../src/scenario/drawn-items.ts'
import { sayDrawn } from '../../src/scenario/say-drawn.ts'

/* A roster of four schools: three primaries (one a point of 40 pupils, outside the calculation of 2017) and a junior school. */

const staff = { teachers: 20, aboveDegree: 18, midRank: 9, backbone: 3, peArts: 3 }
const stocks = { area: 1800, sports: 3000, equipment: 9e5, multimedia: 12, computers: 60, books: 9000, musicRooms: 1, artRooms: 1 }
const school = (form: RosterSchool['form'], level: 'primary' | 'junior', pupils: number, lacks: { readonly stocks?: Partial<RosterSchool['stocks']>; readonly staff?: Partial<Record<keyof typeof staff, null>> } = {}): RosterSchool => ({
  ...{ code: '', name: '', form, owner: 'county', kind: 'rural', township: '', seniorPupils: 0, longitude: null, latitude: null, primary: null, junior: null },
  stocks: { ...stocks, ...lacks.stocks },
  [level]: { pupils, grades: null, classes: null, boarders: null, migrants: null, leftBehind: null, staff: { ...staff, ...lacks.staff } },
})
const county = (roster?: readonly RosterSchool[]) => ({ ...(roster ? { roster } : {}) }) as CountyDescription
const found = (standard: 'balance-2017' | 'balance-2012', roster: readonly RosterSchool[]) => drawnItems(standard, county(roster)).map(({ item, level, missing, all }) => `${item.id} ${level} ${missing}/${all}`)

const noRooms = { stocks: { multimedia: null } } as const
const roster = [
  school('primary', 'primary', 400, noRooms),
  school('primary', 'primary', 300, { ...noRooms, staff: { backbone: null } }),
  // as it is not counted, what it lacks turns nothing
  school('teaching-point', 'primary', 40, { stocks: { area: null } }),
  school('junior', 'junior', 500, noRooms),
]

describe('items a roster does not fill', () => {
  it('are those of which sections in the calculation have no figure, by stage, with how many', () => {
    expect(found('balance-2017', roster)).toEqual(['Q2 primary 1/2', 'Q7 primary 2/2', 'Q7 junior 1/1'])
    // the eight of 2012 ask for neither
    expect(found('balance-2012', roster)).toEqual([])
    expect(found('balance-2012', [school('primary', 'primary', 400, { staff: { teachers: null } })])).toEqual(['B6 primary 1/1'])
  })
  it('are none where all is given, and where the county has no roster', () => {
    expect(found('balance-2017', [school('primary', 'primary', 400)])).toEqual([])
    expect(drawnItems('balance-2017', county())).toEqual([])
  })
  it('are asked of a school by its place in the roster', () => {
    expect([1, 2, 3, 4, 5].map((id) => isDrawn(county(roster), id, 'primary', 'Q7'))).toEqual([true, true, false, true, false])
    expect([1, 2].map((id) => isDrawn(county(roster), id, 'primary', 'Q2'))).toEqual([false, true])
    expect(isDrawn(county(), 1, 'primary', 'Q7')).toBe(false)
  })
  it('are named with their stages, those of the same places together', () => {
    const { zh, en } = sayDrawn(drawnItems('balance-2017', county([...roster, school('junior', 'junior', 600, { stocks: { multimedia: null, sports: null, area: null } })])))
    expect(zh).toBe('学校明细表缺数据，由模型按假设补齐：骨干教师（小学 2 所中 1 所）；教学用房、体育场馆（初中 2 所中 1 所）；多媒体教室（小学、初中）。结论含补齐的数值。')
    expect(en).toMatch(/^Missing in the roster, filled in by the model as assumptions: Backbone \(primary 1 of 2\); Classrooms, Sports \(junior 1 of 2\); Multimedia \(primary, junior\)\./)
  })
})
