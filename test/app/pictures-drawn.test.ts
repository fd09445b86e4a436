import { describe, expect, it } from 'vitest'
import ArcChart from '../../src/app/charts/ArcChart.svelte'
import { verdictTable } from '../../src/app/charts/prepare/verdict.ts'
import { sitesOf } from '../../src/app/charts/prepare/school-map.ts'
import MapSlot from '../../src/app/screens/explore/MapSlot.svelte'
import SheetTiming from '../../src/app/screens/explore/SheetTiming.svelte'
import SlotBPicker from '../../src/app/screens/explore/SlotBPicker.svelte'
import SwarmSlot from '../../src/app/screens/explore/SwarmSlot.svelte'
import VerdictCard from '../../src/app/screens/explore/VerdictCard.svelte'
import VerdictNotes from '../../src/app/screens/explore/VerdictNotes.svelte'
import type { AppState } from '../../src/app/stores/app-state.svelte.ts'
import type { CountyDescription } from '../../src/engine/index.ts'
import { appWithRuns, drawn, wordsOf } from '../support/app-with-runs.ts'

/* Pictures and their controls as a page would get them: what is drawn, what can be chosen, and what leads where. */

/** A county as if it were of a roster whose schools have, or lack, their coordinates. */
function ofRoster(app: AppState, longitude: number | null): AppState {
  const county: CountyDescription = { ...app.county, roster: [{ longitude, latitude: 30 } as never] }
  const own = (target: AppState, key: string | symbol): unknown => {
    const found: unknown = Reflect.get(target, key, target)
    return typeof found === 'function' ? found.bind(target) : found
  }
  return new Proxy(app, { get: (target, key) => (key === 'county' ? county : own(target, key)) })
}

describe('the schools of all years', () => {
  it('have a column for every year on a large screen, for every second on a small one', async () => {
    const app = await appWithRuns({ slotA: 'swarm' })
    const years = app.frame.years.length
    expect(years).toBe(15)
    const columns = (props: Record<string, unknown>) => drawn(app, SwarmSlot, props).split('<g class="mark').filter((group) => group.includes('role="presentation"')).length
    expect(columns({ wide: true, large: true })).toBe(years)
    expect(columns({ wide: true })).toBe(8)
    // beside the map: one for each kind of place
    expect(columns({ large: true })).toBe(3)
  })
})

describe('without coordinates', () => {
  it('townships side by side stand for the map, and no map can be chosen', async () => {
    const app = await appWithRuns({ slotB: 'map' })
    const [nowhere, somewhere] = [ofRoster(app, null), ofRoster(app, 104)]
    expect([nowhere, somewhere, app].map((one) => /<div class="(map|grid)\b/.exec(drawn(one, MapSlot))?.[1])).toEqual(['grid', 'map', 'map'])
    expect(/<div class="(map|grid)\b/.exec(drawn(nowhere, MapSlot, { view: 'map' }))?.[1]).toBe('grid')
    const options = (one: AppState) => [...drawn(one, SlotBPicker).matchAll(/<option value="(\w+)"( selected)?/g)].map(([, value, selected]) => `${value}${selected ? ' *' : ''}`)
    expect(options(nowhere)).toEqual(['grid *', 'flows'])
    expect(options(somewhere)).toEqual(['map *', 'grid', 'flows'])
  })
})

describe('a school among the arcs', () => {
  it('is ringed where it is looked at or pinned in any picture, and most where its arcs are drawn', async () => {
    const app = await appWithRuns()
    const sections = app.frame.facts.filter(({ level }) => level === 'primary')
    const props = { sites: sitesOf(app.frame.facts), sections, flows: [], section: sections[0]!.section, summary: '', flowName: () => '', schoolName: () => '', onlook: () => undefined, onchoose: () => undefined }
    const rings = () => drawn(app, ArcChart, props).match(/<circle [^>]*class="ring[^"]*"/g)!.map((ring) => / chosen\b/.test(ring))
    expect(rings()).toEqual([true])
    app.selection.pinned = [sections[2]!.section, sections[0]!.section]
    app.selection.hovered = sections[5]!.section
    expect(rings()).toEqual([true, false, false])
  })
})

describe('when a policy begins', () => {
  it('is shown though it begins in the first year, in which nothing can be chosen to begin', async () => {
    const id = 'teacher-rotation'
    const app = await appWithRuns()
    const { from } = app.draft.current.years
    const starts = () => [.../<select[^>]*>(.*?)<\/select>/s.exec(drawn(app, SheetTiming, { id }))![1]!.matchAll(/<option value="(\d+)"( selected)?/g)]
    expect(starts().map((one) => Number(one[1]))).not.toContain(from)
    app.draft.commit({ ...app.draft.current, timing: { [id]: { from, ramp: 1 } } })
    expect(starts().filter((one) => one[2] !== undefined).map((one) => Number(one[1]))).toEqual([from])
  })
})

describe('a figure that is missing', () => {
  const notes = (app: AppState) => drawn(app, VerdictNotes, { table: verdictTable(app.frame, app.standard, app.runs, app.yearIndex) })
  const put = (app: AppState, column: string, value: number) => {
    for (const { county } of app.runs) for (let y = 0; y < app.frame.years.length; y++) county[y * app.frame.countyWidth + app.frame.countyColumn(column)] = value
  }

  it('leads to Data where the county is somebody’s own, and nowhere where nothing can be added', async () => {
    const app = await appWithRuns()
    expect(wordsOf(drawn(app, VerdictCard))).not.toContain('缺数据')
    put(app, 'Q4.cv.primary', NaN)
    expect(wordsOf(drawn(app, VerdictCard, { most: 30 }))).toContain('教学用房：小学缺数据')
    expect(notes(app)).toMatch(/缺数据，无法判定，不计为达标：教学用房/)
    expect(notes(app)).not.toContain('<button')
    expect(notes(ofRoster(app, null))).toMatch(/缺数据.*<button[^>]*>补充数据<\/button>/s)
  })

  it('is another thing than none of it in the whole county, which no data can mend', async () => {
    const app = await appWithRuns()
    put(app, 'Q2.cv.junior', NaN)
    put(app, 'Q2.mean.junior', 0)
    const words = wordsOf(drawn(app, VerdictCard, { most: 30 }))
    expect(words).toContain('骨干教师：初中全县为 0')
    expect(words).not.toContain('缺数据')
    expect(notes(ofRoster(app, null))).toMatch(/全县为 0，差异系数无从计算，不计为达标：骨干教师/)
    expect(notes(ofRoster(app, null))).not.toContain('<button')
  })

  it('says of one school alone that its coefficient says nothing, of two that a teacher may turn it', async () => {
    const app = await appWithRuns()
    put(app, 'schools.assessed.junior', 1)
    put(app, 'schools.assessed.primary', 2)
    expect(notes(app)).toMatch(/小学参评学校仅 2 所：差异系数仍按限值判定.*初中参评学校仅 1 所：没有学校可比/s)
  })
})
