import { expect, it } from 'vitest'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { withNote, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { tellBlocked, tellRestored } from '../../../../src/app/stores/kept/restored.ts'
import { learn } from '../../../../src/app/stores/said/spoken.svelte.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const first = firstDraft(shippedCounties[0]!)

/** What the page says of a draft kept so many minutes ago, and the app. */
function told(draft: Draft, minutes: number) {
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(shippedCounties[0]!))
  tellRestored(app, { draft, when: Date.now() - minutes * 60_000 })
  return { app, notice: app.notices.list[0] }
}

it('a restored draft is told of in the language of the moment', async () => {
  await Promise.all([learn('zh'), learn('en')])
  const { app, notice } = told({ ...first, seed: 'other' }, 185)
  expect(notice!.text()).toBe('已恢复上次的方案（3 小时前）')
  app.language.current = 'en'
  expect(notice!.text()).toBe('Your last scenario is back (3 h ago)')
  notice!.action!.run()
  expect(app.draft.committed).toEqual(first)
})

it('the first draft is nothing to tell of, and notes alone are nothing to start again', () => {
  expect(told(first, 1).notice).toBeUndefined()
  expect(told(withNote(first, 3, '操场'), 1).notice!.action).toBeUndefined()
})

it('Q58 a browser that keeps nothing is told of once, with the way to the files', async () => {
  await learn('zh')
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), first, firstView(shippedCounties[0]!))
  tellBlocked(app)
  tellBlocked(app)
  expect(app.notices.list.map((one) => [one.text(), one.action!.label()])).toEqual([['此浏览器不能保存方案，关闭页面前请下载文件', '前往下载']])
  app.notices.list[0]!.action!.run()
  expect(app.panels.share).toBe(true)
})
