import type { AdmissionRow } from './admission.ts'
import { formatPercent } from '../../../words/format.ts'
import type { Speech } from './doors.ts'
import { placeKey } from './map-words.ts'
import { stageText } from './swarm-words.ts'
import { quantity, twinOf, type Cell, type Twin } from './twin.ts'

/** Highest and lowest chance of a key senior high, in the whole county or in one kind of place. */
export function admissionTitle(speech: Pick<Speech, 't'>, rows: readonly AdmissionRow[], year: number, place = 'all'): string {
  const { t } = speech
  const [highest, lowest] = [rows[0], rows.at(-1)]
  if (!highest || !lowest) return t('schools.none')
  return t(place === 'all' ? 'admission.title' : 'admission.title.place', { year, stage: stageText(speech, 'junior', place), high: formatPercent(highest.chance), low: formatPercent(lowest.chance) })
}

const share = (part: number): Cell => quantity(part, formatPercent(part))

/** The same rows as a table: leavers, chance and its two parts. */
export const admissionTwin = ({ t, language }: Speech, rows: readonly AdmissionRow[]): Twin =>
  twinOf([
    { head: t('chart.school'), cells: rows.map(({ fact }) => fact.schoolName[language]) },
    { head: t('chart.place'), cells: rows.map(({ fact }) => t(`place.${fact.kind}`)) },
    { head: t('admission.leavers'), cells: rows.map(({ leavers }) => quantity(leavers)) },
    { head: t('schools.chance'), cells: rows.map(({ chance }) => share(chance)) },
    { head: t('admission.quota'), cells: rows.map(({ byQuota }) => share(byQuota)) },
    { head: t('admission.open'), cells: rows.map(({ chance, byQuota }) => share(chance - byQuota)) },
  ])

/** What bars, rings and shapes stand for, in a line: for a picture that leaves without its legend. */
export const admissionKey = (speech: Pick<Speech, 't'>): string =>
  [`▬ ${speech.t('admission.quota.short')}`, `▨ ${speech.t('admission.open.short')}`, speech.t('admission.ring'), placeKey(speech)].join(speech.t('mark.middle'))
