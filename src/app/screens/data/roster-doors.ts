import type { LevelFigures } from '../../../roster/index.ts'
import { itemText, itemUnit } from '../../charts/prepare/amounts.ts'
import { method, type Speech } from '../../charts/prepare/doors.ts'
import type { ItemView, StandardView } from '../../charts/prepare/frame.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'

type Figure = LevelFigures['items'][number]

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
/** As in the formula beside the table. */
const six = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '—')

/**
 * What stands behind the figures of a roster at one level, in an official standard: as behind those of a run, with the roster’s
 * own sums.
 *
 * @param name  of the level
 * @param basis the table they are of
 */
export function rosterDoors({ t, language }: Speech, view: StandardView, level: LevelFigures, name: string, basis: string) {
  const limit = view.limit[level.level as keyof typeof view.limit]
  const known = ({ item }: Figure): ItemView => view.items.find(({ id }) => id === item.id)!
  const door = (title: string, shown: string, formula: string, here: string, unit: string, sources: Door['sources']): Door => ({ title: `${name} · ${title}`, shown, formula, here, unit, basis, sources })
  const limited = `${t('mark.semicolon')}${t('cv.limit', { limit: limit.toFixed(2) })}`
  return {
    mean(figure: Figure, shown: string): Door {
      const item = known(figure)
      const per = item.per === 100 ? ' × 100' : ''
      const unit = itemUnit(item, language)
      return door(`${item.short[language]} · ${t('door.mean')}`, shown, t('door.mean.formula', { per }), `${six(sum(figure.stock))} ÷ ${sum(level.pupils)}${per} = ${shown} ${unit}`, unit, [item.source])
    },
    /** Never without its level: `mean` is the mean as printed. */
    coefficient(figure: Figure, shown: string, mean: string): Door {
      const item = known(figure)
      const beside = t(figure.standard === null ? 'data.beside.mean' : 'data.beside', { mean: `${mean} ${itemUnit(item, language)}`, below: figure.below })
      const here = `S ÷ X̄ = ${six(figure.deviation)} ÷ ${six(sum(figure.stock) / sum(level.pupils))} = ${shown}`
      const opened = door(`${item.short[language]} · ${t('slotA.cv')}`, shown, t('door.cv.formula', { item: item.name[language] }), view.judged === 'each' ? here + limited : here, t('door.cv.unit'), [method, item.source])
      return { ...opened, basis: `${basis}${t('mark.semicolon')}${beside}` }
    },
    below(figure: Figure, shown: string): Door {
      const item = known(figure)
      const standard = (of: 'primary' | 'junior') => itemText(item.standard?.[of] ?? NaN, item.unit)
      const formula = t('door.below.formula', { primary: standard('primary'), junior: standard('junior'), unit: itemUnit(item, language) })
      return door(`${item.short[language]} · ${t('data.baseline.below')}`, shown, formula, `${name} ${shown}`, t('door.schools.unit'), [item.source])
    },
    composite(shown: string): Door {
      const formula = t('door.composite.formula', { items: view.items.map((item) => item.short[language]).join(t('mark.list')) })
      const parts = level.items.map(({ coefficient }) => six(coefficient))
      return door(t('verdict.composite'), shown, formula, `(${parts.join(' + ')}) ÷ ${parts.length} = ${shown}${limited}`, t('door.cv.unit'), [view.source, method])
    },
    passing(shown: string): Door {
      return door(t('verdict.schools'), shown, t('door.passing.formula'), `${name} ${shown}`, t('door.schools.unit'), [view.source])
    },
  }
}
