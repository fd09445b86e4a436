import { describe, expect, it } from 'vitest'
import ArcChart from '../../src/app/charts/ArcChart.svelte'
import { sitesOf } from '../../src/app/charts/prepare/school-map.ts'
import MapSlot from '../../src/app/screens/explore/MapSlot.svelte'
import SheetTiming from '../../src/app/screens/explore/SheetTiming.svelte'
import SlotBPicker from '../../src/app/screens/explore/SlotBPicker.svelte'
import SwarmSlot from '../../src/app/screens/explore/SwarmSlot.svelte'
import VerdictCard from '../../src/app/screens/explore/VerdictCard.svelte'
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
  it('leads to Data where the county is somebody’s own, and nowhere where nothing can be added', async () => {
    const app = await appWithRuns()
    expect(wordsOf(drawn(app, VerdictCard))).not.toContain('缺数据')
    for (const { county } of app.runs) {
      for (let y = 0; y < app.frame.years.length; y++) county[y * app.frame.countyWidth + app.frame.countyColumn('Q4.cv.primary')] = NaN
    }
    const button = (one: AppState) => /<p class="missing[^"]*">(?:<!--.*?-->)*([^<]*).*?<\/p>/s.exec(drawn(one, VerdictCard))![0]
    expect(button(app)).not.toContain('<button')
    expect(button(ofRoster(app, null))).toMatch(/缺数据.*<button[^>]*>补充数据<\/button>/s)
  })
})
