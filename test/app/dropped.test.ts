import { describe, expect, it, vi } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { servicesOf } from '../../src/app/services.ts'
import { fileText } from '../../src/app/share/open.ts'
import { openDropped } from '../../src/app/share/open-dropped.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { scenarioOf } from '../../src/app/stores/draft/draft.ts'
import { policies } from '../../src/engine/index.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'

const [plain, mountain] = shippedCounties
const newApp = () => new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(plain!), firstView(plain!))
const file = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return { name: '方案.json', size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) }
}

describe('a scenario dropped on the page', () => {
  it('is opened', async () => {
    const app = newApp()
    await openDropped(app, file(fileText(scenarioOf(firstDraft(mountain!), mountain!, policies, ['baseline', 'plan']))))
    expect([app.county.id, app.panels.share, app.refused]).toEqual([mountain!.id, false, null])
  })
  it('that cannot be opened changes nothing, and is shown with what is wrong where files are opened', async () => {
    const app = newApp()
    app.panels.share = true
    await openDropped(app, file('{ "format": 1, "id": 7 }'))
    expect([app.county.id, app.panels.share, app.refused?.text]).toEqual([plain!.id, true, '{ "format": 1, "id": 7 }'])
    expect(app.refused!.problems.map((one) => one.path)).toContain('id')
  })
  it('with other files is opened alone, and they are said not to be', async () => {
    await learn('zh')
    const app = newApp()
    const scenario = file(fileText(scenarioOf(firstDraft(mountain!), mountain!, policies, ['baseline', 'plan'])))
    await openDropped(app, scenario, [{ name: '学校.csv' }, scenario, ...Array.from({ length: 5 }, (_, k) => ({ name: `表${k + 1}.xlsx` }))])
    await vi.waitFor(() => expect(app.notices.list.find(({ id }) => id === 'unread')?.text()).toBe('一次只读入一个文件：已取“方案.json”，另有 6 个未读入：学校.csv、表1.xlsx、表2.xlsx、表3.xlsx、表4.xlsx…。'))
    expect(app.county.id).toBe(mountain!.id)
  })
  it('that is far too large is refused unread', async () => {
    const app = newApp()
    await openDropped(app, { name: 'big.json', size: 50_000_000, arrayBuffer: () => Promise.reject(new Error('it was read')) })
    expect(app.refused?.problems).toMatchObject([{ path: 'big.json' }])
  })
  it('that cannot be read any more, as its stick is gone, is said with its name and what to do', async () => {
    const app = newApp()
    await openDropped(app, { ...file('{}'), arrayBuffer: () => Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError')) })
    expect([app.panels.share, app.refused?.text]).toEqual([true, ''])
    expect(app.refused!.problems).toMatchObject([{ path: '方案.json', text: { zh: expect.stringContaining('无法读取') }, hint: { zh: expect.stringContaining('重新选择') } }])
  })
})
