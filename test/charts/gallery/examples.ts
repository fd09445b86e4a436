import type { Component } from 'svelte'
import ArcChart from '../../../src/app/charts/ArcChart.svelte'
import BackcastChart from '../../../src/app/charts/BackcastChart.svelte'
import CvChart from '../../../src/app/charts/CvChart.svelte'
import MapChart from '../../../src/app/charts/MapChart.svelte'
import SankeyChart from '../../../src/app/charts/SankeyChart.svelte'
import SwarmChart from '../../../src/app/charts/SwarmChart.svelte'
import { cvPicture } from '../../../src/app/charts/prepare/cv-lines.ts'
import { mapMarks, sitesOf } from '../../../src/app/charts/prepare/school-map.ts'
import { swarmDots } from '../../../src/app/charts/prepare/swarm.ts'
import SignedBars from '../../../src/app/screens/explore/SignedBars.svelte'
import { handFrame, handRun, handStandard } from '../hand-county.ts'
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
      labels: { chosen: '骨干教师', others: '', baseline: '基线', ghost: '', limit: '限值 0.50' },
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
      radius: 5,
    },
    ['标准 1.00', '85% 线', '2027'],
    [['path[role=presentation]', 9]],
  ),
  example(
    'MapChart.svelte',
    MapChart,
    { marks: mapMarks(handFrame, handStandard, 'primary', 'Q2', runs, 0), sites: sitesOf(handFrame.facts), summary: '各校', nameOf: (mark: { readonly section: number }) => `第${mark.section + 1}小学` },
    ['✕', '△'],
    [['[role=option]', 3]],
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
  example('SignedBars.svelte', SignedBars, { bars: [{ key: 'a', name: '教师交流', change: -0.02 }, { key: 'b', name: '教师离岗', change: 0.005 }], total: -0.015, totalName: '差异系数变化', label: '各项作用' }, ['教师交流', '−0.0200', '+0.0050', '−0.0150'], [['tbody tr', 3]]),
  example('Chart.svelte, Band.svelte, Line.svelte, EndLabels.svelte, YearMark.svelte', Lines, {}, ['方案', '基线'], [['path.mark', 2]]),
]
