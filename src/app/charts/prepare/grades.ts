import { sources, type Citation, type NumberParameter, type Parameter, type Source } from '../../../engine/index.ts'
import type { Language, WordKey } from '../../../words/index.ts'
import { leverText } from './amounts.ts'
import type { Speech } from './doors.ts'

const entries: Readonly<Record<string, Source>> = sources

/** The document behind a citation; absent where the citation is this project’s own judgement. */
export const sourceOf = (citation: Citation): Source | undefined => entries[citation.source]

/** Word of a citation’s grade: official 官方, study 文献, assumption 假设, or that nobody says who issued it. */
export function gradeOf({ source }: { readonly source: string }): WordKey {
  const kind = entries[source]?.kind ?? 'assumption'
  if (kind === 'unattributed') return 'door.grade.unattributed'
  return kind === 'assumption' ? 'door.grade.assumption' : kind === 'study' || kind === 'derived' ? 'door.grade.study' : 'door.grade.official'
}

/** The range of a parameter, as the rail would show its ends. */
export const rangeText = (parameter: NumberParameter, language: Language): string => parameter.range.map((value) => leverText(value, parameter, language)).join(' – ')

/** A value of a parameter: with its unit, or by the name of the choice. */
export const valueText = (value: number | string, parameter: Parameter, language: Language): string =>
  parameter.unit === 'choice' ? (parameter.choices[String(value)]?.[language] ?? String(value)) : leverText(Number(value), parameter, language)

/** What a parameter rests on, in one line: its default, its range, who set it and when (`set`; empty where it stands at its default), its source. */
export function groundText(parameter: Parameter, set: string, { t, language }: Speech): string {
  return [
    `${t('sheet.default')} ${valueText(parameter.default, parameter, language)}`,
    ...(parameter.unit === 'choice' ? [] : [`${t('sheet.range')} ${rangeText(parameter, language)}`]),
    ...(set === '' ? [] : [set]),
    // the grade in front says already that it is an assumption
    ...(parameter.source.source === 'assumption' ? [] : [sourceOf(parameter.source)?.title[language] ?? parameter.source.source]),
  ].join(t('mark.middle'))
}
