import type { AnyPolicy, CountyDescription, Problem } from '../../engine/index.ts'
import type { AppState } from '../stores/app-state.svelte.ts'
import { besides, keepingNotes, usualName, withLever, type Draft } from '../stores/draft/draft.ts'
import { firstDraft } from '../stores/draft/first.ts'
import { firstView } from '../stores/view/first-view.ts'
import { sameScenario } from '../stores/kept/kept-scenarios.ts'
import { readView } from '../stores/view/view.ts'
import { keepCounty } from '../stores/kept/roster-keep.ts'
import { draftOf, foreignCounty, mostRuns } from './draft-of.ts'
import { cameWith } from './written-days.ts'
import { countyDigest, isOtherModel, openText, ownId, type Opened } from './open.ts'

/** Moves levers one by one, as a hand would: so what a moved lever switches on is switched on. */
function withLevers(draft: Draft, levers: Draft['levers'], policies: readonly AnyPolicy[], county: CountyDescription): Draft {
  let next = draft
  for (const [id, set] of Object.entries(levers)) {
    const policy = policies.find((one) => one.id === id)
    if (policy) for (const [lever, value] of Object.entries(set)) next = withLever(next, policy, lever, value, county)
  }
  return next
}

/**
 * The county of a scenario or a file as the app takes it in: under an id of its own where another county here has its id, a shipped
 * one or somebody’s own, so that neither stands for the other. Counties of one roster have one id, whatever was entered beside it.
 */
function ownCounty(county: CountyDescription, here: readonly CountyDescription[]): CountyDescription {
  const same = here.find((one) => one.id === county.id)
  return same === undefined || countyDigest(same) === countyDigest(county) ? county : { ...county, id: ownId(county) }
}

type OpenedScenario = Extract<Opened, { readonly kind: 'scenario' }>

/**
 * Whether a draft is the scenario on the screen as its own link or file would bring it back: the page was loaded again, or a link
 * followed twice. Links and files made before 0.8.0 hold nothing of policies that do not act.
 */
const isHere = (app: AppState, draft: Draft): boolean =>
  [app.toShare(), app.scenario(['baseline', 'plan'])].some((scenario) => sameScenario(draftOf(scenario, app.services.policies).draft, draft))

/** Makes room for another scenario: what was decided is kept, and what was only looked at is left. */
function leave(app: AppState): void {
  app.leave()
  app.draft.locked = false
  app.older = null
}

/** Opens a scenario: the county it brings, its draft, its view, and what is to be said about it. */
function openScenario(app: AppState, { scenario: read, linked, view, stamp, days, notes }: OpenedScenario): void {
  const scenario = { ...read, county: ownCounty(read.county, app.counties) }
  const foreign = foreignCounty(scenario, app.counties)
  const { draft, reduced, repeated, tooMany } = draftOf(scenario, app.services.policies)
  const { committed } = app.draft
  if (!foreign && !tooMany && isHere(app, draft)) {
    // the draft here knows more than a link: what it was named as, and what is set for policies that do not act if the link is an old one
    app.draft.locked = false
    app.draft.take(cameWith({ ...committed, ...besides(draft) }, 'file', days, committed))
  } else {
    leave(app)
    const settings = keepingNotes(committed, cameWith(draft, linked ? 'link' : 'file', days))
    if (foreign) takeIn(app, foreign, settings)
    else app.draft.take(settings)
  }
  // after the county: it takes its pinned schools with it
  if (Object.keys(view).length > 0) app.look(readView(new URLSearchParams(Object.entries(view).map(([key, value]) => [key, String(value)])).toString(), firstView(app.counties[0]!)))
  app.older = stamp && isOtherModel(stamp) ? stamp : null
  const { t, of } = app.language
  if (reduced.length > 0) app.notices.tell({ id: 'reduced', text: () => t('share.reduced', { levers: reduced.map(({ policy, lever }) => of(policy) + t('mark.middle') + of(lever)).join(t('mark.list')) }) })
  if (repeated.length > 0) app.notices.tell({ id: 'repeated', text: () => t('share.repeated', { policies: repeated.map(of).join(t('mark.list')) }) })
  if (tooMany) app.notices.tell({ id: 'runs', text: () => t('share.runs', { asked: scenario.replicates, most: mostRuns }) })
  for (const note of notes) app.notices.tell({ id: note.path, text: () => of(note.text) })
}

/** Of a file with several arms the page holds one: it says which, and any other can be opened in its place, as long as the scenario is on the screen. */
function tellArms(app: AppState, opened: OpenedScenario): void {
  const { arms, title } = opened.scenario
  const { arm: chosen, leftOut } = draftOf(opened.scenario, app.services.policies)
  if (leftOut.length === 0) return
  const { t, of } = app.language
  /** The arm on the screen, by the name it gave the scenario: undo may have gone back to another. */
  const onScreen = () => arms.find(({ title: arm }) => arm !== undefined && of(arm) === of(app.draft.committed.name?.arm ?? title))?.id ?? chosen
  function choose(id: string) {
    for (const told of saidOfArm) app.notices.dismiss(told)
    openScenario(app, { ...opened, view: {}, stamp: app.older ? opened.stamp : undefined, scenario: { ...opened.scenario, arms: arms.filter((one) => one.id === id) } })
  }
  app.notices.tell({
    id: 'left-out',
    text: () => t('share.leftOut', { count: arms.length }),
    choice: { chosen: onScreen, options: () => arms.map(({ id, title }) => [id, title ? of(title) : id]), choose },
    holds: () => of(app.draft.committed.name?.title ?? usualName) === of(title),
  })
}

/** What was said of what was opened before holds no more. */
const saidOfArm = ['reduced', 'repeated']
const saidOfOpened = [...saidOfArm, 'left-out', 'runs', 'county']

/** A county that came with a file is kept in this browser, as one built on a roster is: what is decided about it outlives the page. It is said, as is that it could not be. */
function takeIn(app: AppState, county: CountyDescription, draft: Draft): void {
  app.takeIn(county, draft)
  const { t, of } = app.language
  void keepCounty(county).then((kept) => app.notices.tell({ id: 'kept-county', text: () => t(kept ? 'data.kept.from' : 'data.kept.from.not', { name: of(county.title) }) }))
}

/** Opens a link, a file’s text or a code in the app; the problems if it cannot, which leave everything as it was. */
export function openRead(app: AppState, text: string): readonly Problem[] {
  const opened = openText(text, app.counties)
  if (opened.kind === 'refused') return opened.problems
  for (const id of saidOfOpened) app.notices.dismiss(id)
  if (opened.kind === 'scenario') {
    openScenario(app, opened)
    tellArms(app, opened)
  } else if (opened.kind === 'county') {
    leave(app)
    const county = ownCounty(opened.county, app.counties)
    takeIn(app, county, keepingNotes(app.draft.committed, firstDraft(county)))
  } else {
    leave(app)
    const county = app.counties.find((one) => one.id === opened.county) ?? app.county
    app.draft.take(keepingNotes(app.draft.committed, cameWith(withLevers(firstDraft(county), opened.levers, app.services.policies, county), 'code')))
  }
  return []
}
