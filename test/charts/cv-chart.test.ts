import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import CvChart from '../../src/app/charts/CvChart.svelte'
import { cvPicture } from '../../src/app/charts/prepare/cv-lines.ts'
import { cvSummary, cvTwin } from '../../src/app/charts/prepare/cv-words.ts'
import { printed } from '../../src/app/charts/prepare/twin.ts'
import { plain } from '../../src/app/charts/prepare/twin-files.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues } from '../../src/words/index.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const runs = [0.7, 0.72, 0.68, 0.71, 0.69].map((cv, k) => handRun(k + 1, [{ cv, mean: 0.8, below: 2 }, { cv: cv - 0.1, mean: 0.9, below: 1 }, { cv: cv - 0.2, mean: 1, below: 0 }]))
const picture = cvPicture(handFrame, handStandard, 'primary', 'Q2', runs, [], [])

describe('the gap picture', () => {
  const { body } = render(CvChart, {
    props: { picture, summary: 'S', year: 2027, limited: true, top: 1, width: 500, height: 300, labels: { chosen: '骨干教师', others: {}, rest: '', baseline: '基线', ghost: '', limit: '限值 0.50' } },
  })
  it('is an image with its sentence as name', () => {
    expect(body).toContain('role="img"')
    expect(body).toContain('aria-label="S"')
  })
  it('draws the limit dashed across, the fan and the labels at the line ends', () => {
    // inside 500 × 300 with margins 10, 112, 26 and 42 the drawing is 346 × 264, so 0.5 of 1 lies at 132
    expect(body).toMatch(/<line x1="0" x2="346" y1="132" y2="132"/)
    expect(body).toContain('限值 0.50')
    expect(body).toContain('class="fan')
    // the middle run falls from 0.7 to 0.5 over the width
    expect(body).toMatch(/d="M0,79\.2\d*L173,105\.6\d*L346,132/)
  })
  it('Q41 both bands have edges in the full hue, those of the inner one dashed', () => {
    const edges = [...body.matchAll(/<path d="[^"]+" fill="none" stroke="var\(--scenario-b\)"[^>]*var\(--line-edge\)[^>]*>/g)].map(([edge]) => /stroke-dasharray="([^"]*)"/.exec(edge)?.[1] ?? '')
    expect(edges).toEqual(['', '', '2 2', '2 2'])
  })
  it('Q38 its table says the same, with mean and count below beside every coefficient', () => {
    // of 0.68, 0.69, 0.70, 0.71 and 0.72 the tenth percentile is 0.684, the quartiles are the second and the fourth
    const { heads, rows } = cvTwin(speech, handItem, picture, false)
    expect(heads).toEqual(['年份', '骨干教师', '5 次中第 10% 位', '5 次中第 25% 位', '5 次中第 75% 位', '5 次中第 90% 位', '全县均值（人/百名学生）', '未达标'])
    expect(rows.map((row) => row.map(printed))).toEqual([
      ['2026', '0.700', '0.684', '0.690', '0.710', '0.716', '0.80', '2'],
      ['2027', '0.600', '0.584', '0.590', '0.610', '0.616', '0.90', '1'],
      ['2028', '0.500', '0.484', '0.490', '0.510', '0.516', '1.00', '0'],
    ])
  })
  it('Q38 every line of the picture is a column: baseline, last setting, the other items', () => {
    const other = { ...handItem, id: 'Q9', short: { zh: '另一项', en: 'Another' } }
    const two = { ...handStandard, items: [handItem, other] }
    const drawn = cvPicture({ ...handFrame, countyColumn: (id) => handFrame.countyColumn(id.replace('Q9', 'Q2')) }, two, 'primary', 'Q2', [runs[0]!], [runs[1]!], [runs[2]!])
    const { heads, rows } = cvTwin(speech, handItem, drawn, true)
    expect(heads).toEqual(['年份', '骨干教师', '基线', '上次设置', '全县均值（人/百名学生）', '未达标', '另一项'])
    expect(rows[0]!.map(printed)).toEqual(['2026', '0.700', '0.680', '0.720', '0.80', '2', '0.700'])
  })
  it('Q16 a coefficient stays on its side of the limit in the table, and whole in the file', () => {
    const close = cvPicture(handFrame, handStandard, 'primary', 'Q2', [handRun(1, [{ cv: 0.5004 }, { cv: 0.49996 }, { cv: 0.5 }])], [], [])
    const { rows } = cvTwin(speech, handItem, close, true)
    expect(rows.map((row) => printed(row[1]!))).toEqual(['0.5004', '0.49996', '0.500'])
    expect(rows.map((row) => plain(row[1]!))).toEqual(['0.5004', '0.49996', '0.5'])
  })
  it('Q22 its sentence counts runs', () => {
    // 0.5 is not kept by the runs that end at 0.52 and 0.51, and by those that end a hair above 0.5 through binary subtraction
    expect(cvSummary(speech, handItem, picture, true)).toMatch(/^小学骨干教师差异系数：5 次模拟中有 [345] 次从 2028 年起不超过 0\.50$/)
  })
})
