import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { vi } from 'vitest'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { servicesOf } from '../../src/app/services.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import type { Draft } from '../../src/app/stores/draft/draft.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import type { View } from '../../src/app/stores/view/view.ts'
import { fixtureRunner } from './fixture-runner.ts'
import InApp from './InApp.svelte'

/** Runs of plan and baseline: the middle of three is one of them. */
const replicates = 3

/** An app with all its words, whose county has been run: what is drawn of it is what a page would say. */
export async function appWithRuns(view: Partial<View> = {}, draft: Partial<Draft> = {}): Promise<AppState> {
  await Promise.all((['zh', 'en'] as const).flatMap((language) => [learn(language), learn(language, 'later')]))
  const county = shippedCounties[0]!
  const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), { ...firstDraft(county), replicates, ...draft }, { ...firstView(county), ...view })
  app.begin()
  await vi.waitFor(() => {
    if (app.experiment.busy || app.experiment.baseline.length < replicates || app.experiment.plan.length < replicates) throw new Error('runs are not here yet')
  }, { timeout: 60_000, interval: 10 })
  return app
}

/** A part of the page as a browser would get it. */
export const drawn = (app: AppState, part: unknown, props: Record<string, unknown> = {}): string => render(InApp, { props: { app, part: part as Component<Record<string, unknown>>, props } }).body

/** What can be read of it, or is told by a hint or to the ear. */
export const wordsOf = (html: string): string =>
  `${[...html.matchAll(/(?:aria-label|title)="([^"]*)"/g)].map(([, text]) => text).join('\n')}\n${html.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, ' ')}`.replace(/[ \t]+/g, ' ')
