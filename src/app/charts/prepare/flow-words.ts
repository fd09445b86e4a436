import type { MoveCause, SectionFacts } from '../../../engine/index.ts'
import type { Speech } from './doors.ts'
import { drift, type FlowFilter, type FlowLink, type FlowNode, type SchoolFlow } from './teacher-flows.ts'
import type { Twin } from './twin.ts'

/** A node by name: places, or what lies outside. */
export const nodeName = ({ t }: Speech, node: FlowNode): string => (node === 'county-town' || node === 'township' || node === 'rural' ? t(`place.short.${node}`) : t(`flows.node.${node}`))

/** “rotation 8, own transfer 3.” */
export const causesText = ({ t }: Speech, causes: readonly (readonly [MoveCause, number])[]): string => causes.map(([cause, count]) => t('flows.cause.count', { cause: t(`flows.cause.${cause}`), count })).join(t('mark.list'))

/** A band in words. */
export const linkName = (speech: Speech, link: FlowLink): string =>
  speech.t('flows.link', { from: nodeName(speech, link.from), to: nodeName(speech, link.to), teachers: link.teachers, backbone: link.backbone, causes: causesText(speech, link.causes) })

const yearsText = ({ t }: Speech, { from, to }: FlowFilter): string => (from === to ? t('flows.year', { year: to }) : t('flows.years', { from, to }))

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
    rows: links.map((link) => [nodeName(speech, link.from), nodeName(speech, link.to), String(link.teachers), String(link.backbone), causesText(speech, link.causes)]),
  }
}

/** A flow between two schools in words. */
export const flowName = (speech: Speech, flow: SchoolFlow): string =>
  speech.t('flows.link', { from: flow.from.schoolName[speech.language], to: flow.to.schoolName[speech.language], teachers: flow.teachers, backbone: flow.backbone, causes: causesText(speech, flow.causes) })

/** What the arcs of one school, or of the largest flows, say. */
export function schoolFlowsTitle(speech: Speech, flows: readonly SchoolFlow[], school: SectionFacts | undefined, filter: FlowFilter): string {
  const { t, language } = speech
  const years = yearsText(speech, filter)
  if (!school) {
    const [first] = flows
    if (!first) return t('flows.top.none', { years })
    const { teachers, from, to } = first
    const slots = { years, count: flows.length, teachers }
    return flows[1]?.teachers === teachers ? t('flows.top.ties', slots) : t('flows.top', { ...slots, from: from.schoolName[language], to: to.schoolName[language] })
  }
  const sum = (some: readonly SchoolFlow[]) => some.reduce((all, flow) => all + flow.teachers, 0)
  return t('flows.school', { years, school: school.schoolName[language], in: sum(flows.filter((flow) => flow.to.section === school.section)), out: sum(flows.filter((flow) => flow.from.section === school.section)) })
}

/** The arcs as a table. */
export function schoolFlowsTwin(speech: Speech, flows: readonly SchoolFlow[]): Twin {
  const { t, language } = speech
  const school = (fact: SectionFacts) => fact.schoolName[language]
  return {
    heads: [t('flows.from'), t('chart.place'), t('flows.to'), t('chart.place'), t('flows.teachers'), t('flows.backbone'), t('flows.causes')],
    rows: flows.map((flow) => [school(flow.from), t(`place.${flow.from.kind}`), school(flow.to), t(`place.${flow.to.kind}`), String(flow.teachers), String(flow.backbone), causesText(speech, flow.causes)]),
  }
}
