import { enteredItems, unitNames, vetoes, vetoIds, type Entered, type EnteredPart, type EnteredValue, type EnteredVerdict } from '../../../engine/index.ts'
import { formatNumber } from '../../../words/format.ts'
import { percentText } from './amounts.ts'
import type { Speech } from './doors.ts'
import { enterable, enteredVerdict, type AskedSchool } from './entered.ts'
import type { Standard } from './frame.ts'
import { officialItems, officialLists } from './guarantees.ts'
import type { SetDays } from '../../stores/draft/set-days.ts'
import { enteredOn } from './set-words.ts'
import type { Twin } from './twin.ts'

/** What an enterable item is called, with its number in the official list where it has one. */
export function enterableName({ t, language }: Speech, id: string, standard: Standard): string {
  if (id === 'recognition') return t('official.recognition')
  const veto = vetoIds.indexOf(id)
  if (veto >= 0) return vetoes[veto]![language]
  const item = officialLists[standard].flatMap((list) => [...officialItems[list]]).find((one) => one.id === id)
  return item ? `${id} ${item.text.name[language]}` : id
}

/** Where an item stands by what was entered: “meets”, “3 schools below”, “2 of 4 entered”; with a glyph, never by colour alone. */
export function enteredText({ t }: Pick<Speech, 't'>, { outcome, given, asked, failing }: EnteredVerdict): string {
  if (given === 0) return t('official.blank')
  if (outcome === 'passes') return `✓ ${t('official.entered.passes')}`
  if (outcome === 'fails') return `✕ ${failing.length > 0 ? t('official.entered.schools', { count: failing.length }) : t('official.entered.fails')}`
  return t('official.entered.open', { given, asked })
}

function figureText({ t, language }: Speech, { number, none }: EnteredPart, value: EnteredValue, veto: boolean): string {
  if (value === 'none') return none?.[language] ?? ''
  if (typeof value === 'boolean') return t(veto ? (value ? 'official.absent' : 'official.present') : value ? 'official.met' : 'official.unmet')
  if (number?.unit === 'share') return percentText(value)
  return number?.unit === 'ratio' ? formatNumber(value, 3) : `${formatNumber(value, 0)} ${number ? unitNames[number.unit][language] : ''}`
}

/** Every item of which something was entered: what it is, its figures for the county, where it stands, and when it was entered. */
export function enteredTwin(speech: Speech, entered: Entered | undefined, standard: Standard, schools: readonly AskedSchool[], year: number, days: SetDays = {}): Twin {
  const { t, language } = speech
  const rows = enterable(standard).flatMap((id) => {
    const verdict = enteredVerdict(entered, id, schools, year)
    if (verdict.given === 0) return []
    const parts = enteredItems[id]!
    const figures = parts.flatMap((part) => {
      const figure = entered?.[id]?.[part.id]
      if (figure === undefined) return []
      if (typeof figure === 'object') return [t('official.schools', { given: verdict.given, asked: verdict.asked })]
      const text = figureText(speech, part, figure, vetoIds.includes(id))
      return [parts.length > 1 ? `${part.label[language]} ${text}` : text]
    })
    const when = parts.filter((part) => entered?.[id]?.[part.id] !== undefined).map((part) => enteredOn(speech, days[`${id}.${part.id}`]))
    return [[enterableName(speech, id, standard), figures.join(t('mark.semicolon')), enteredText(speech, verdict), [...new Set(when)].join(t('mark.list'))]]
  })
  return { heads: [t('official.item'), t('official.entered'), t('official.result'), t('official.when')], rows }
}
