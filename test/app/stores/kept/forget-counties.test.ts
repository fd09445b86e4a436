import { describe, expect, it } from 'vitest'
import type { CountyDescription } from '../../../../src/engine/index.ts'
import { shippedCounties } from '../../../../src/app/counties-later.ts'
import { servicesOf } from '../../../../src/app/services.ts'
import { AppState } from '../../../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../../../src/app/stores/draft/first.ts'
import { firstView } from '../../../../src/app/stores/view/first-view.ts'
import { keepingNotes, withEntered, withNote, type Draft } from '../../../../src/app/stores/draft/draft.ts'
import { forgetCounties } from '../../../../src/app/stores/kept/forget-counties.ts'
import { fixtureRunner } from '../../../support/fixture-runner.ts'

const [plain, other] = shippedCounties as readonly [CountyDescription, CountyDescription]
const own: CountyDescription = { ...plain, id: 'roster-0a1b2c3d', title: { zh: '青山县', en: 'Qingshan' } }
const secret = '第三小学食堂待查'

/** The app after: a note in the plain county, then the own county with a note and a figure, then back. */
function worked(...after: ((app: AppState) => void)[]) {
  const saved: Draft[] = []
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(plain), firstView(plain), (draft) => saved.push(draft))
  app.guests = [own]
  app.draft.commit(withNote(app.draft.committed, 1, '平原县的备注'))
  app.draft.commit(keepingNotes(app.draft.committed, firstDraft(own)))
  app.draft.commit(withNote(app.draft.committed, 3, secret))
  app.draft.commit(withEntered(app.draft.committed, 'Q12', 'share', { value: 0.9 } as never))
  for (const step of after) step(app)
  return { app, saved }
}
const isOwn = (id: string) => id === own.id
/** Every state that undo and redo can bring, from the first on. */
function states(app: AppState): Draft[] {
  while (app.draft.canUndo) app.draft.undo()
  const all = [app.draft.committed]
  while (app.draft.canRedo) {
    app.draft.redo()
    all.push(app.draft.committed)
  }
  return all
}

describe('a county of the user’s own that is deleted', () => {
  it('leaves the screen with its notes and figures; the county in its place has its own', () => {
    const { app, saved } = worked((one) => (one.selection.pinned = [4]))
    forgetCounties(app, isOwn)
    expect([app.county.id, app.draft.committed.notes, app.draft.committed.entered, app.draft.committed.elsewhere]).toEqual([plain.id, { 1: '平原县的备注' }, undefined, undefined])
    expect([app.guests, app.selection.pinned, app.selection.school]).toEqual([[], [], -1])
    expect(JSON.stringify(saved.at(-1))).not.toContain(secret)
  })

  it('was perhaps only looked at: what takes its place can be changed', () => {
    const { app } = worked((one) => (one.draft.locked = true))
    forgetCounties(app, isOwn)
    expect([app.county.id, app.draft.locked]).toEqual([plain.id, false])
  })

  it('is in no step that undo or redo brings back', () => {
    const { app } = worked((one) => one.draft.undo())
    forgetCounties(app, isOwn)
    const all = states(app)
    expect(all.map(({ county }) => county)).toEqual([plain.id, plain.id])
    expect(all.map(({ notes }) => notes)).toEqual([undefined, { 1: '平原县的备注' }])
    expect(JSON.stringify(all)).not.toContain(secret)
    expect(JSON.stringify(all)).not.toContain(own.id)
  })

  it('leaves no notes behind in the draft of another county, which is kept anew without them', () => {
    const { app, saved } = worked((one) => one.draft.commit(keepingNotes(one.draft.committed, firstDraft(other))))
    expect(JSON.stringify(saved.at(-1))).toContain(secret)
    const before = saved.length
    forgetCounties(app, isOwn)
    expect([app.county.id, saved.length]).toEqual([other.id, before + 1])
    expect(saved.at(-1)!.elsewhere).toEqual({ [plain.id]: { notes: { 1: '平原县的备注' } } })
    expect(JSON.stringify(states(app))).not.toContain(secret)
  })
})
