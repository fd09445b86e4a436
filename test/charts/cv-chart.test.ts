import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import CvChart from '../../src/app/charts/CvChart.svelte'
import { cvPicture } from '../../src/app/charts/prepare/cv-lines.ts'
import { cvSummary, cvTwin } from '../../src/app/charts/prepare/cv-words.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { fill } from '../../src/words/fill.ts'
import { catalogues } from '../../src/words/index.ts'
import { handFrame, handItem, handRun, handStandard } from './hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const runs = [0.7, 0.72, 0.68, 0.71, 0.69].map((cv, k) => handRun(k + 1, [{ cv, mean: 0.8, below: 2 }, { cv: cv - 0.1, mean: 0.9, below: 1 }, { cv: cv - 0.2, mean: 1, below: 0 }]))
const picture = cvPicture(handFrame, handStandard, 'primary', 'Q2', runs, [], [])

describe('the gap picture', () => {
  const { body } = render(CvChart, {
    props: { picture, summary: 'S', year: 2027, limited: true, top: 1, width: 500, height: 300, labels: { chosen: '骨干教师', others: '', baseline: '基线', ghost: '', limit: '限值 0.50' } },
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
  it('Q38 its table says the same, with mean and count below beside every coefficient', () => {
    expect(cvTwin(speech, handItem, picture)).toEqual({
      heads: ['年份', '骨干教师', '各次模拟第 10% 位', '各次模拟第 90% 位', '基线', '全县均值', '未达'],
      rows: [
        ['2026', '0.700', '0.684', '0.716', '—', '0.80', '2'],
        ['2027', '0.600', '0.584', '0.616', '—', '0.90', '1'],
        ['2028', '0.500', '0.484', '0.516', '—', '1.00', '0'],
      ],
    })
  })
  it('Q22 its sentence counts runs', () => {
    // 0.5 is not kept by the runs that end at 0.52 and 0.51, and by those that end a hair above 0.5 through binary subtraction
    expect(cvSummary(speech, handItem, picture, true)).toMatch(/^小学骨干教师差异系数：5 次模拟中有 [345] 次从 2028 年起不超过 0\.50$/)
  })
})
