import { drawnItems } from '../../../scenario/drawn-items.ts'
import type { AppState } from '../app-state.svelte.ts'
import { changedFrom } from '../../../words/changed.ts'
import { ground, type Draft } from '../draft/draft.ts'
import type { LanguageStore } from './language.svelte.ts'
import { shortened } from '../draft/titles.ts'

/** Letters of a scenario’s name that are shown. */
const mostName = 80

/** What the scenario is called, shortened where it would not end; empty while nobody has named it. A name given to other settings says so. */
export function nameOf({ draft }: { readonly draft: { readonly current: Draft } }, { t, of }: LanguageStore): string {
  const { name } = draft.current
  if (!name) return ''
  const short = shortened(name.arm ? `${of(name.title)}${t('mark.middle')}${of(name.arm)}` : of(name.title), mostName)
  return name.of === ground(draft.current) ? short : of(changedFrom({ zh: short, en: short }))
}

/** Of which runs the pictures are: of so many, of one while a lever moves, of none, between two, or still of what was let go before. */
export function runsOf({ draft, experiment }: AppState, { t }: LanguageStore): string {
  const { stands, plan } = experiment
  if (stands === 'between' || stands === 'single' || stands === 'before') return t(`status.${stands}`)
  const { seed, replicates } = draft.current
  return t('status.seeds', { seed, count: stands === 'filling' ? plan.length : replicates })
}

/** How many assumptions were changed; empty where all stand at their defaults: then results are the county’s as it came. */
export function assumedOf({ draft }: AppState, { t }: LanguageStore): string {
  const count = Object.keys(draft.current.behaviour).length
  return count === 0 ? '' : t('scenario.assumed', { count })
}

/** One line with everything needed to name this result: model, scenario, county, changed assumptions, seeds, standard and what of it is judged. */
export function stampOf(app: AppState, language: LanguageStore): string {
  const { t, of } = language
  return [
    `${t('app.name')} ${t('status.model', { version: app.services.version })}`,
    nameOf(app, language),
    of(app.county.title) + (drawnItems(app.standard.id, app.county).length > 0 ? t('mark.bracketed', { what: t('verdict.drawn') }) : ''),
    assumedOf(app, language),
    runsOf(app, language),
    t('status.standard', { edition: t(app.standardKey) + t('mark.bracketed', { what: t(app.scopeKey) }) }),
    t('app.disclaimer'),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
