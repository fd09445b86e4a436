import type { Component } from 'svelte'
import AdmissionChart from '../../../src/app/charts/AdmissionChart.svelte'
import ArcChart from '../../../src/app/charts/ArcChart.svelte'
import BackcastChart from '../../../src/app/charts/BackcastChart.svelte'
import CvChart from '../../../src/app/charts/CvChart.svelte'
import GridChart from '../../../src/app/charts/GridChart.svelte'
import MapChart from '../../../src/app/charts/MapChart.svelte'
import SankeyChart from '../../../src/app/charts/SankeyChart.svelte'
import SwarmChart from '../../../src/app/charts/SwarmChart.svelte'
import { cvPicture } from '../../../src/app/charts/prepare/cv-lines.ts'
import { mapMarks, sitesOf } from '../../../src/app/charts/prepare/school-map.ts'
import { swarmDots } from '../../../src/app/charts/prepare/swarm.ts'
import SignedBars from '../../../src/app/screens/explore/SignedBars.svelte'
import PlaceKeys from '../../../src/app/charts/PlaceKeys.svelte'
import RunDots from '../../../src/app/screens/explore/RunDots.svelte'
import Spark from '../../../src/app/screens/schools/Spark.svelte'
import Trend from '../../../src/app/screens/schools/Trend.svelte'
import Badges from './Badges.svelte'
import Bars from './Bars.svelte'
import { handFrame, handItem, handRun, handStandard } from '../hand-county.ts'
import Lines from './Lines.svelte'

/*
 * One example of every chart: drawn in the gallery page, rendered without a browser in gallery.test.ts. What each must show
 * stands beside it and is checked in both places.
 */

/** A chart with what it is given and what must be seen. */
export interface Example {
  /** Source file of the chart. */
  readonly file: string
  readonly component: Component<Record<string, unknown>>
  readonly props: Readonly<Record<string, unknown>>
  /** Texts that stand in the picture. */
  readonly texts: readonly string[]
  /** Number of elements that answer to a selector. */
  readonly marks: readonly (readonly [selector: string, count: number])[]
}

const runs = [0.7, 0.72, 0.68, 0.71, 0.69].map((cv, k) =>
  handRun(k + 1, [
    { cv, mean: 0.8, below: 2, values: [0.5, 1.4, 0.9] },
    { cv: cv - 0.1, mean: 0.9, below: 1, values: [0.8, 1.4, 0.95] },
    { cv: cv - 0.2, mean: 1, below: 0, values: [1, 1.4, 1.1] },
  ]),
)
const example = (file: string, component: unknown, props: Readonly<Record<string, unknown>>, texts: Example['texts'], marks: Example['marks']): Example => ({
  file,
  component: component as Example['component'],
  props,
  texts,
  marks,
})

export const examples: readonly Example[] = [
  example(
    'CvChart.svelte',
    CvChart,
    {
      picture: cvPicture(handFrame, handStandard, 'primary', 'Q2', runs, [], []),
      summary: '骨干教师差异系数',
      year: 2027,
      limited: true,
      top: 1,
      labels: { chosen: '骨干教师', others: {}, rest: '', baseline: '基线', ghost: '', limit: '限值 0.50' },
    },
    ['骨干教师', '限值 0.50', '2026', '2028'],
    [['.fan', 1]],
  ),
  example(
    'SwarmChart.svelte',
    SwarmChart,
    {
      columns: handFrame.years.map((year, y) => ({ key: String(year), label: String(year), dots: swarmDots(handFrame, handStandard, 'primary', 'Q2', runs, y) })),
      summary: '各校逐年',
      standard: 1,
      floor: 0.85,
      labels: { standard: '标准 1.00', floor: '85% 线' },
      top: 2,
      formatY: (value: number) => value.toFixed(1),
      say: (dot: { readonly section: number }, year: string) => `${year} ${dot.section}`,
      radius: 5,
    },
    ['标准 1.00', '85% 线', '2027'],
    [['path[data-section]', 9]],
  ),
  example(
    'SwarmChart.svelte, a school above the scale',
    SwarmChart,
    {
      columns: handFrame.years.map((year, y) => ({ key: String(year), label: String(year), dots: swarmDots(handFrame, handStandard, 'primary', 'Q2', runs, y) })),
      summary: '各校逐年',
      standard: undefined,
      floor: undefined,
      labels: { standard: '', floor: '' },
      top: 1.2,
      above: { label: '> 1.2', some: true },
      year: 1,
      formatY: (value: number) => value.toFixed(1),
      say: (dot: { readonly section: number }, year: string) => `${year} ${dot.section}`,
      radius: 5,
    },
    ['> 1.2'],
    [['path[data-section]', 9]],
  ),
  example(
    'MapChart.svelte',
    MapChart,
    { marks: mapMarks(handFrame, handStandard, 'primary', 'Q2', runs, 0), sites: sitesOf(handFrame.facts), summary: '各校', nameOf: (mark: { readonly section: number }) => `第${mark.section + 1}小学` },
    ['第3小学'],
    [['[role=option]', 3], ['.badge.fails', 1], ['.badge.near', 1], ['.badge.meets', 0]],
  ),
  example(
    'GridChart.svelte',
    GridChart,
    { marks: mapMarks(handFrame, handStandard, 'primary', 'Q2', runs, 0), nameOf: (mark: { readonly section: number }) => `第${mark.section + 1}小学`, summary: '各校', year: 2026, crossed: new Set() },
    ['乡镇1', '乡镇2', '✕', '△', '✓', '第2小学'],
    [['rect.cell', 3], ['[role="option"]', 3], ['[role="option"][tabindex="0"]', 1]],
  ),
  example(
    'AdmissionChart.svelte',
    AdmissionChart,
    { rows: handFrame.facts.map((fact, k) => ({ fact, leavers: 100 * (k + 1), chance: 0.4 - 0.1 * k, byQuota: 0.1 })), summary: '录取机会' },
    ['第1小学', '第3小学', '40%', '20%'],
    [['.quota', 3], ['.ring', 3]],
  ),
  example(
    'SankeyChart.svelte',
    SankeyChart,
    {
      links: [
        { from: 'rural', to: 'county-town', teachers: 12, backbone: 4, causes: [['upwards', 12]] },
        { from: 'county-town', to: 'rural', teachers: 8, backbone: 3, causes: [['posting', 8]] },
        { from: 'hired', to: 'rural', teachers: 5, backbone: 0, causes: [['hired', 5]] },
      ],
      summary: '教师流动',
      nodeName: (node: string) => ({ 'county-town': '县城', rural: '乡村', hired: '新聘' })[node] ?? node,
      linkName: (link: { readonly from: string; readonly to: string }) => `${link.from} → ${link.to}`,
      heads: ['从', '到'],
      onlook: () => undefined,
    },
    ['县城', '乡村', '新聘', '12', '从', '到'],
    [['[role=option]', 3]],
  ),
  example(
    'ArcChart.svelte',
    ArcChart,
    {
      sites: sitesOf(handFrame.facts),
      sections: handFrame.facts,
      flows: [
        { from: handFrame.facts[0], to: handFrame.facts[1], teachers: 3, backbone: 1, causes: [['upwards', 3]] },
        { from: handFrame.facts[1], to: handFrame.facts[0], teachers: 1, backbone: 1, causes: [['posting', 1]] },
      ],
      section: 1,
      summary: '教师进出',
      flowName: (flow: { readonly from: { readonly section: number }; readonly to: { readonly section: number } }) => `${flow.from.section} → ${flow.to.section}`,
      schoolName: (fact: { readonly section: number }) => `第${fact.section + 1}小学`,
      onlook: () => undefined,
      onchoose: () => undefined,
    },
    ['第2小学'],
    [['[role=option]', 2], ['.arc.out', 1]],
  ),
  example(
    'BackcastChart.svelte',
    BackcastChart,
    {
      track: {
        measure: 'coefficient',
        level: 'primary',
        item: 'Q2',
        years: [2023, 2024, 2025],
        bands: [[0.6, 0.52, 0.46], [0.6, 0.55, 0.5], [0.6, 0.57, 0.54], [0.6, 0.59, 0.58], [0.6, 0.62, 0.63]],
        recorded: [{ year: 2023, value: 0.6 }, { year: 2025, value: 0.66 }],
      },
      summary: '模型与往年记录',
      labels: { model: '模型', record: '记录', band: '浅带、深带' },
      figure: (value: number) => value.toFixed(2),
    },
    ['模型', '记录', '2023', '2025'],
    [['circle', 2]],
  ),
  example(
    'CvChart.svelte, the other items, what was before and the baseline',
    CvChart,
    {
      picture: { ...cvPicture(handFrame, handStandard, 'primary', 'Q2', runs, runs, [handRun(9, [{ cv: 0.7 }, { cv: 0.7 }, { cv: 0.7 }])]), limit: 0.9, others: [{ item: 'Q1', values: [0.3, 0.3, 0.3] }, { item: 'Q3', values: [0.2, 0.2, 0.1] }] },
      summary: '骨干教师差异系数与其余指标',
      year: 2027,
      limited: true,
      top: 1,
      labels: { chosen: '骨干教师', others: { Q1: '高学历教师', Q3: '体艺教师' }, rest: '其余 2 项', baseline: '基线', ghost: '上次设置', limit: '限值 0.90' },
    },
    ['高学历教师', '体艺教师', '基线', '上次设置'],
    [['.context path', 2]],
  ),
  example(
    'MapChart.svelte, nine-year schools',
    MapChart,
    {
      marks: mapMarks(handFrame, handStandard, 'primary', 'Q2', runs, 0).map((mark) => ({ ...mark, other: 'meets' })),
      sites: sitesOf(handFrame.facts),
      summary: '九年一贯制学校',
      nameOf: (mark: { readonly section: number }) => `第${mark.section + 1}学校`,
    },
    ['第1学校'],
    [['.badge', 6], ['.badge.meets', 4]],
  ),
  example('RunDots.svelte', RunDots, { passes: [{ year: 2027, runs: 3 }, { year: null, runs: 2 }], years: [2026, 2027, 2028] }, ['2027'], [['circle', 5], ['circle.never', 2]]),
  example('Spark.svelte', Spark, { values: [0.5, NaN, 0.8], year: 2, standard: 1 }, [], [['svg line', 1], ['svg circle', 1]]),
  example(
    'Trend.svelte',
    Trend,
    { trend: { item: handItem, plan: [0.5, 0.8, 1], baseline: [0.5, 0.5, 0.5] }, cell: { item: handItem, value: 0.5, standing: 'fails' }, fact: handFrame.facts[0] },
    ['骨干教师', '100%', '85%', '✕'],
    [['path.plan', 1], ['path.baseline', 1]],
  ),
  example('StackedBars.svelte', Bars, {}, ['教师', '经费', '合计', '5 次中 4 次'], [['rect', 7], ['path.range', 4], ['path.total', 4]]),
  example('NineYearBadge.svelte, StatusBadge.svelte', Badges, {}, [], [['.badge', 5]]),
  example('PlaceKeys.svelte', PlaceKeys, {}, ['县城', '镇区', '乡村'], [['svg', 3]]),
  example('SignedBars.svelte', SignedBars, { bars: [{ key: 'a', name: '教师交流', change: -0.02 }, { key: 'b', name: '教师离岗', change: 0.005 }], total: -0.015, totalName: '差异系数变化', label: '各项作用', reach: 0.04 }, ['教师交流', '−0.0200', '+0.0050', '−0.0150'], [['tbody tr', 3]]),
  example('Chart.svelte, Band.svelte, Line.svelte, EndLabels.svelte, YearMark.svelte', Lines, {}, ['方案', '基线'], [['path.mark', 2]]),
]
