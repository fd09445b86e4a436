import { inflateSync, strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { policies, type CountyDescription } from '../../src/engine/index.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { shareOf, type Shared } from '../../src/app/screens/share/shared.ts'
import { servicesOf } from '../../src/app/services.ts'
import { codePrefix } from '../../src/app/share/open.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { named, withEntered, withLever, withNote } from '../../src/app/stores/draft/draft.ts'
import { countyFromRoster, review } from '../../src/roster/index.ts'
import { fromBase64url } from '../../src/scenario/base64url.ts'
import { rosterCsv } from '../roster/example-roster.ts'
import { draftOf } from '../roster/fixtures.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

/** What QR codes were asked to say. */
const payloads: string[] = []
vi.mock('../../src/app/share/qr.ts', () => ({ qrOf: (text: string) => (payloads.push(text), null) }))

const address = 'https://example.org/hengtu/'
const note = '第3小学缺音乐教师'
/** A figure that stands nowhere else. */
const figure = 0.98765

/** The county of a roster on the screen, with schools pinned, opened and searched for, a note and an entered figure. */
async function ownApp(): Promise<{ readonly app: AppState; readonly county: CountyDescription }> {
  const made = countyFromRoster(review(await draftOf(new TextEncoder().encode(rosterCsv()), '某县2025.csv')).table, { name: '某县2025' })
  if (!('schools' in made)) throw new Error(made[0]!.text.en)
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(shippedCounties[0]!), firstView(shippedCounties[0]!))
  const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
  const draft = withEntered(withNote(withLever(firstDraft(made), rotation, 'share', 0.1, made), 2, note), 'D3', 'rate', figure)
  app.takeIn(made, named(draft, { title: { zh: '两年方案', en: 'Two years' } }))
  app.selection.pinned = [2, 5]
  app.selection.school = 2
  app.selection.find = '第3小学'
  return { app, county: made }
}

const contentOf = (link: string): string => strFromU8(inflateSync(fromBase64url(link.slice(link.indexOf('#v1.') + 4))!))

describe('Q48 what is sent of a county of somebody’s own', () => {
  let shared: Shared
  let county: CountyDescription
  beforeAll(async () => {
    const own = await ownApp()
    county = own.county
    shared = await shareOf(own.app, own.app.scenario(['baseline', 'plan']), address)
  })
  const secrets = () => [...county.roster!.flatMap((school) => [school.name, school.township]).filter((word) => word !== ''), county.title.zh, note, String(figure)]

  it('is tried on a county that has schools to tell', () => {
    expect(county.roster!.length).toBe(24)
    expect(secrets()).toEqual(expect.arrayContaining(['第3小学', '柳树镇', '某县2025']))
    expect(shared.wholeFile).toContain('第3小学')
  })
  it('holds none of its schools: neither the link nor what a QR code says', () => {
    expect(payloads.length).toBeGreaterThan(0)
    for (const text of [shared.link, ...payloads]) {
      expect(text.startsWith(`${address}#v1.`)).toBe(true)
      const content = contentOf(text)
      for (const secret of secrets()) expect([secret, content.includes(secret)]).toEqual([secret, false])
      const { s, c, v } = JSON.parse(content) as { readonly s: object; readonly c: object; readonly v: Readonly<Record<string, string>> }
      expect(Object.keys(c)).toEqual(['id', 'digest'])
      for (const part of ['county', 'notes', 'entered']) expect(s).not.toHaveProperty(part)
      // of the schools looked at only their numbers
      expect(v).toMatchObject({ p: '2.5', k: '2' })
    }
  })
  it('has no code, and a settings file that only names it', () => {
    expect(shared.code).toBe('')
    expect(payloads.some((text) => text.includes(codePrefix))).toBe(false)
    const file = JSON.parse(shared.settingsFile) as { readonly county: unknown }
    expect(file.county).toEqual({ from: `${county.id}.json`, digest: shared.county })
    for (const { name } of county.roster!) expect([name, shared.settingsFile.includes(name)]).toEqual([name, false])
    // nor what was written down about them, which the file with the county has
    expect([shared.settingsFile.includes(note), shared.wholeFile.includes(note)]).toEqual([false, true])
  })
})

describe('texts to be sent', () => {
  it('say what stood on the screen when they were asked for, with digest and verdict where all runs were there', async () => {
    const { app } = await ownApp()
    const [result, verdict] = ['0123456789abcdef', { standard: 'balance-2017', year: 2031, runs: 3, of: 4 }] as const
    const asked = shareOf(app, app.scenario(['baseline', 'plan']), address, { result: Promise.resolve(result), verdict })
    app.selection.pinned = []
    app.selection.school = -1
    const { link, wholeFile } = await asked
    expect((JSON.parse(contentOf(link)) as { readonly v: object }).v).toMatchObject({ p: '2.5', k: '2' })
    expect((JSON.parse(wholeFile) as { readonly stamp: object }).stamp).toMatchObject({ result, verdict })
    // runs that are there when asked are read at once; here there are none yet
    const none = (JSON.parse((await shareOf(app, app.scenario(['baseline', 'plan']), address)).wholeFile) as { readonly stamp: object }).stamp
    expect(none).not.toHaveProperty('result')
    expect(none).not.toHaveProperty('verdict')
  })
})
