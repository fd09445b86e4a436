import type { MoveCause, SectionFacts } from '../../../engine/index.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'
import type { Speech } from './doors.ts'
import { aboutModel } from './about-doors.ts'
import { drift, type DrawnFlows, type FlowFilter, type FlowLink, type FlowNode, type SchoolFlow } from './teacher-flows.ts'
import { quantity, type Twin } from './twin.ts'

/** A node by name: places, or what lies outside. */
export const nodeName = ({ t }: Speech, node: FlowNode): string => (node === 'county-town' || node === 'township' || node === 'rural' ? t(`place.short.${node}`) : t(`flows.node.${node}`))

/** “rotation 8, own transfer 3.” */
const causesText = ({ t }: Speech, causes: readonly (readonly [MoveCause, number])[]): string => causes.map(([cause, count]) => t('flows.cause.count', { cause: t(`flows.cause.${cause}`), count })).join(t('mark.list'))

/** A band in words. */
export const linkName = (speech: Speech, link: FlowLink): string =>
  speech.t('flows.link', { from: nodeName(speech, link.from), to: nodeName(speech, link.to), teachers: link.teachers, backbone: link.backbone, causes: causesText(speech, link.causes) })

/** The years of a filter; one year is no span. */
export const yearsText = ({ t }: Pick<Speech, 't'>, { from, to }: FlowFilter): string => (from === to ? t('flows.year', { year: to }) : t('flows.years', { from, to }))

/** What the flows between places say, one sentence. */
export function placeFlowsTitle(speech: Speech, links: readonly FlowLink[], filter: FlowFilter): string {
  const { t } = speech
  const { down, up, town } = drift(links)
  const who = t(`flows.who.${filter.who}`)
  const years = yearsText(speech, filter)
  return down === 0 && up === 0 ? t('flows.title.none', { years, who }) : t('flows.title', { years, who, down, up, town })
}

/** The bands as a table. */
export function placeFlowsTwin(speech: Speech, links: readonly FlowLink[]): Twin {
  const { t } = speech
  return {
    heads: [t('flows.from'), t('flows.to'), t('flows.teachers'), t('flows.backbone'), t('flows.causes')],
    rows: links.map((link) => [nodeName(speech, link.from), nodeName(speech, link.to), quantity(link.teachers), quantity(link.backbone), causesText(speech, link.causes)]),
  }
}

/** A flow between two schools in words. */
export const flowName = (speech: Speech, flow: SchoolFlow): string =>
  speech.t('flows.link', { from: flow.from.schoolName[speech.language], to: flow.to.schoolName[speech.language], teachers: flow.teachers, backbone: flow.backbone, causes: causesText(speech, flow.causes) })

/** What the arcs of one school, or of the largest flows, say. */
export function schoolFlowsTitle(speech: Speech, { flows, tied }: DrawnFlows, school: SectionFacts | undefined, filter: FlowFilter): string {
  const { t, language } = speech
  const years = yearsText(speech, filter)
  const least = flows.at(-1)?.teachers
  if (!school && least === undefined) return t('flows.top.none', { years })
  if (!school) return t(tied > 0 ? 'flows.top.tied' : 'flows.top', { years, count: flows.length, least: least!, all: flows.length + tied })
  const sum = (some: readonly SchoolFlow[]) => some.reduce((all, flow) => all + flow.teachers, 0)
  return t('flows.school', { years, school: school.schoolName[language], in: sum(flows.filter((flow) => flow.to.section === school.section)), out: sum(flows.filter((flow) => flow.from.section === school.section)) })
}

/** The arcs as a table. */
export function schoolFlowsTwin(speech: Speech, flows: readonly SchoolFlow[]): Twin {
  const { t, language } = speech
  const school = (fact: SectionFacts) => fact.schoolName[language]
  return {
    heads: [t('flows.from'), t('chart.place'), t('flows.to'), t('chart.place'), t('flows.teachers'), t('flows.backbone'), t('flows.causes')],
    rows: flows.map((flow) => [school(flow.from), t(`place.${flow.from.kind}`), school(flow.to), t(`place.${flow.to.kind}`), quantity(flow.teachers), quantity(flow.backbone), causesText(speech, flow.causes)]),
  }
}

/** Behind a picture of flows: how a move is found, and of which run. */
export const flowsDoor = (speech: Speech, title: string, here: string, filter: FlowFilter, replicate: number): Door =>
  aboutModel(speech, { title, formula: speech.t('door.moves.formula'), here, basis: speech.t('door.moves.basis', { years: yearsText(speech, filter), replicate }), reading: speech.t('about.flows') })
