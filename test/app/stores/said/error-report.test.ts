import { beforeAll, expect, it } from 'vitest'
import { policies } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { named, withEntered, withLever, withNote } from '../../../../src/app/stores/draft/draft.ts'
import { errorReport } from '../../../../src/app/stores/said/error-report.ts'
import { learn } from '../../../../src/app/stores/said/spoken.svelte.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

beforeAll(() => learn('zh'))

it('what is copied of an error says where it is and under which settings, and nothing that was written down', () => {
  const county = { ...shippedCounties[0]!, id: 'roster-1a2b3c4d', title: { zh: '某县2025', en: 'A county 2025' } }
  const rotation = policies.find((policy) => policy.id === 'teacher-rotation')!
  const settings = { ...withLever(firstDraft(county), rotation, 'share', 0.125, county), seed: '4711' }
  const written = withEntered(withNote(settings, 2, '第3小学缺音乐教师'), 'D3', 'rate', 0.98765)
  const draft = named({ ...written, elsewhere: { 'plain-county': { notes: { 4: '另一县的备注' } } } }, { title: { zh: '两年方案', en: 'Two years' } })
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), draft, firstView(county), undefined, { guests: [county] })
  const report = errorReport(app, { path: 'year 2031', text: { zh: '学位不足', en: 'too few places' }, hint: { zh: '重试', en: 'try again' } })
  for (const part of ['year 2031: 学位不足', '重试', app.services.version, 'roster-1a2b3c4d', '0.125', '4711']) expect(report).toContain(part)
  for (const secret of ['音乐教师', '0.98765', '另一县', '两年方案', '某县2025']) expect(report).not.toContain(secret)
})
