import type { Level } from '../../../engine/index.ts'
import { standingGlyph } from '../../theme/encodings.ts'
import { itemText, itemUnit } from './amounts.ts'
import type { Speech } from './doors.ts'
import type { ItemView } from './frame.ts'
import { drawnBelow, type SwarmDot } from './swarm.ts'
import type { Twin } from './twin.ts'

/** How many schools are below the standard, as a sentence; and how many dots are, where the dots, each the middle of its runs, are not as many. */
export function swarmSummary({ t, language }: Speech, item: ItemView, level: Level, dots: readonly SwarmDot[], below: number, year: number): string {
  const slots = { year, item: item.short[language], level: t(`level.${level}`) }
  const standard = item.standard?.[level]
  if (standard === undefined) return t('swarm.title.none', slots)
  const said = t(below === 0 ? 'swarm.title.all' : 'swarm.title', { ...slots, below, standard: itemText(standard, item.unit) })
  const drawn = drawnBelow(dots)
  return drawn === below ? said : said + t('swarm.title.dots', { drawn })
}

/** The same in a few words, for a small picture whose subtitle names item, level and year. */
export function swarmShort({ t }: Speech, item: ItemView, level: Level, below: number, year: number): string {
  const standard = item.standard?.[level]
  const slots = { year, level: t(`level.${level}`) }
  if (standard === undefined) return t('swarm.short.none', slots)
  return t(below === 0 ? 'swarm.short.all' : 'swarm.short', { ...slots, below, standard: itemText(standard, item.unit) })
}

/** The same dots as rows. */
export const swarmTwin = ({ t, language }: Speech, item: ItemView, dots: readonly SwarmDot[]): Twin => ({
  heads: [t('chart.school'), t('chart.place'), itemUnit(item, language) || t('chart.value'), t('chart.standing')],
  rows: dots.map((dot) => [dot.name[language], t(`place.${dot.place}`), itemText(dot.value, item.unit), `${standingGlyph[dot.standing]} ${t(`standing.${dot.standing}`)}`]),
})
