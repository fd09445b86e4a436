import type { Level, Series } from '../../../engine/index.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import { floorText, itemText, itemUnit } from './amounts.ts'
import { basisOf, cvDoor, ownBasis, type Speech } from './doors.ts'
import type { Frame, ItemView, StandardView } from './frame.ts'

/* Behind whole pictures: what each shows, how it is worked out, and the clause of the lines drawn across it. */

/** Behind the gap picture: the coefficient of the year, and the clause of its limit. */
export function aboutCv(speech: Speech, frame: Frame, view: StandardView, item: ItemView, level: Level, runs: readonly Series[], year: number): Door {
  const { reading, ...door } = cvDoor(speech, frame, view, item, level, runs, year)
  return { ...door, sources: [...door.sources, view.source], reading: `${speech.t('about.cv')}${reading ?? ''}` }
}

/** Behind the pictures of schools by one item: how the item is counted, and the clause of its standard and of the 85% rule. */
export function aboutSchools(speech: Speech, frame: Frame, view: StandardView, item: ItemView, level: Level, runs: readonly Series[], year: number, picture: 'swarm' | 'map'): Door {
  const { t, language } = speech
  const standard = item.standard?.[level]
  return {
    title: `${t(`level.${level}`)} · ${item.short[language]}`,
    shown: '',
    formula: item.formula[language],
    here: standard === undefined ? t('about.standard.none') : t('about.standard', { level: t(`level.${level}`), standard: itemText(standard, item.unit), floor: floorText(standard, item.unit) }),
    unit: itemUnit(item, language),
    basis: basisOf(speech, runs.length, frame.years[year] ?? 0),
    sources: [item.source, view.source],
    reading: t(`about.${picture}`),
  }
}

/** What of a picture without a clause of its own is said: its formula, what it comes to, and on what runs. */
export interface About {
  readonly title: string
  readonly formula: string
  readonly here: string
  readonly basis: string
  readonly reading?: string
}

/** Behind a picture of what the model alone knows. */
export const aboutModel = ({ t }: Speech, about: About): Door => ({ shown: '', unit: '', sources: [ownBasis(t('about.model'), 'medium')], ...about })
