import type { AppState } from './app-state.svelte.ts'
import { ground, type Draft } from './draft.ts'
import type { LanguageStore } from './language.svelte.ts'

/** Letters of a scenario’s name that are shown. */
const mostName = 80

/** What the scenario is called, shortened where it would not end; empty while nobody has named it. A name given to other settings says so. */
export function nameOf({ draft }: { readonly draft: { readonly current: Draft } }, { t, of }: LanguageStore): string {
  const { name } = draft.current
  if (!name) return ''
  const whole = name.arm ? `${of(name.title)}${t('mark.middle')}${of(name.arm)}` : of(name.title)
  const short = whole.length > mostName ? `${whole.slice(0, mostName)}…` : whole
  return name.of === ground(draft.current) ? short : t('scenario.changed', { name: short })
}

/** Of which runs the pictures are: of many, of one while a lever moves, or of none, between two. */
export function runsOf({ draft, experiment }: AppState, { t }: LanguageStore): string {
  const { seed, replicates } = draft.current
  return experiment.between ? t('status.between') : experiment.single ? t('status.single') : t('status.seeds', { seed, count: replicates })
}

/** One line with everything needed to name this result: model, scenario, county, seeds, standard and what of it is judged. */
export function stampOf(app: AppState, language: LanguageStore): string {
  const { t, of } = language
  const { name } = app.draft.current
  return [
    `${t('app.name')} ${t('status.model', { version: app.services.version })}`,
    ...(name ? [nameOf(app, language)] : []),
    of(app.county.title),
    runsOf(app, language),
    t('status.standard', { edition: t(app.standardKey) + t('mark.bracketed', { what: t(app.scopeKey) }) }),
    t('app.disclaimer'),
  ].join(' · ')
}
