import {
  governmentItems,
  items,
  measures,
  processes,
  qualityItems,
  sources,
  unitNames,
  type Citation,
  type Parameter,
  type Parameters,
  type Source,
} from '../engine/index.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { catalogues } from '../words/index.ts'
import { fillText } from '../words/fill.ts'
import { formatShort, formatValue, type Language } from '../words/format.ts'
import { declarations, listable, otherGroups, type Listed } from './declarations.ts'
import { bilingualWord, exit, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { textTable } from './text-table.ts'

function rangeText(parameter: Parameter, language: Language): string {
  if (parameter.unit === 'choice')
    return Object.entries(parameter.choices)
      .map(([id, text]) => `${id}: ${text[language]}`)
      .join(language === 'zh' ? '；' : '; ')
  return parameter.range.map((end) => formatShort(end)).join(' … ')
}

const defaultText = (parameter: Parameter, language: Language): string =>
  parameter.unit === 'choice' ? parameter.default : formatValue(parameter.default, parameter.unit, language)

/** What a source says about a number, then which source, and how well the number is known. */
const sourceText = ({ source, says, confidence }: Citation, talk: Talk): string =>
  talk.language === 'zh' ? `${says.zh}（${source}，${catalogues.zh[`door.confidence.${confidence}`]}）` : `${says.en} (${source}, ${catalogues.en[`door.confidence.${confidence}`]})`

function parameterTable(parameters: Parameters, talk: Talk, what: 'lever' | 'parameter'): string {
  const { language } = talk
  const rows = Object.entries(parameters).map(([id, parameter]) => [
    id,
    parameter.label[language],
    defaultText(parameter, language),
    unitNames[parameter.unit][language],
    rangeText(parameter, language),
    sourceText(parameter.source, talk),
  ])
  if (rows.length === 0) return `  ${word(talk, 'noParameters')}\n`
  const heads = ([what, 'default', 'unit', 'range', 'source'] as const).map((key) => word(talk, key))
  return textTable([['id', ...heads], ...rows])
}

function sayPolicies(talk: Talk): string {
  const { language } = talk
  return ownRegistry.policies
    .map((policy) => {
      const mechanism = fillText(policy.text.mechanism, policy.parameters as Parameters, {}, language)
      return `${policy.id}  ${policy.text.name[language]}\n  ${mechanism}\n${parameterTable(policy.parameters as Parameters, talk, 'lever')}`
    })
    .join('\n')
}

function sayProcesses(talk: Talk): string {
  const { language } = talk
  const steps = processes.map(
    (process) =>
      `${process.id}  ${process.text.name[language]}\n  ${process.text.summary[language]}\n${parameterTable(process.parameters as Parameters, talk, 'parameter')}`,
  )
  const others = otherGroups.map(({ id, parameters }) => `${id}\n${parameterTable(parameters, talk, 'parameter')}`)
  return [...steps, ...others].join('\n')
}

function sayIndicators(talk: Talk): string {
  const { language } = talk
  const standard = (levels: Readonly<Record<'primary' | 'junior', number>> | undefined): string =>
    levels === undefined ? '' : `${formatShort(levels.primary)} / ${formatShort(levels.junior)}`
  const rows = items.map((item) => [
    item.id,
    item.text.name[language],
    unitNames[item.unit][language],
    standard(item.standard),
    item.source.source,
  ])
  const others = measures.map((measure) => [
    measure.id,
    measure.text.name[language],
    unitNames[measure.unit][language],
    measure.standing,
    measure.source.source,
  ])
  const lists = [...governmentItems, ...qualityItems].map((item) => [
    item.id,
    item.text.name[language],
    '',
    item.handling,
    item.source.source,
  ])
  return textTable(
    [['id', word(talk, 'item'), word(talk, 'unit'), word(talk, 'standards'), word(talk, 'source')], ...rows, ...others, ...lists],
    '',
  )
}

function saySources({ language }: Talk): string {
  const rows = Object.entries(sources as Readonly<Record<string, Source>>).map(([id, source]) => [
    id,
    source.kind,
    source.checked,
    String(source.year ?? ''),
    source.title[language],
    source.url ?? '',
  ])
  return textTable([['id', 'kind', 'checked', 'year', 'title', 'url'], ...rows], '')
}

const sayings: Readonly<Record<Exclude<Listed, 'schema' | 'rule-schema'>, (talk: Talk) => string>> = {
  policies: sayPolicies,
  processes: sayProcesses,
  indicators: sayIndicators,
  sources: saySources,
}

const isListable = (what: string): what is Listed => (listable as readonly string[]).includes(what)

/** Prints declarations: as JSON, or as tables in the chosen language. The schema is always JSON. */
export function list(what: string, talk: Talk): ExitCode {
  if (!isListable(what)) {
    return refuse(talk, 'list', [
      { path: '', text: bilingualWord('badChoice', { value: what }), hint: bilingualWord('allowed', { names: listable.join(', ') }) },
    ])
  }
  if (talk.json || what === 'schema' || what === 'rule-schema') putJson(talk.io, declarations[what]())
  else talk.io.out(sayings[what](talk))
  return exit.done
}
