import { describe, expect, test } from 'vitest'
import type { County } from '../../../src/engine/county/county.ts'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import { countySeries, measureYear } from '../../../src/engine/record.ts'
import { smallCounty, smallYear } from '../../support/small-county.ts'

/** Puts the schools of the small county in reverse order of row: the same county written down another way. */
function reversed(county: County): County {
  const { schools, sections } = county
  const n = schools.count
  for (const column of Object.values(schools)) if (ArrayBuffer.isView(column)) (column as Float64Array).subarray(0, n).reverse()
  for (let s = 0; s < sections.count; s++) sections.school[s] = n - 1 - sections.school[s]
  return county
}

function measured(county: County): Float64Array {
  const { sections, schools, teachers, pupils, seniors } = county
  schools.owner[2] = 2
  schools.area[1] = 1100
  for (let t = 0; t < teachers.count; t++) teachers.backbone[t] = t % 7 === 0 ? 1 : 0
  for (let p = 0; p < pupils.count; p++) pupils.durable[p] = ((p * 37) % 101) / 50 - 1
  for (let s = 0; s < sections.count; s++) sections.belief[s] = s / 10
  seniors.seats[0] = 40
  return measureYear(county, new Ledger(['funding'], 6), smallYear).county
}

describe('the order of rows', () => {
  test('of schools changes no measure', () => {
    const plain = measured(smallCounty())
    const county = smallCounty()
    // the changes of `measured` name schools by row, so they are made before the rows are turned round
    measured(county)
    expect(reversed(county).schools.id.slice(0, 5)).toEqual(new Int32Array([5, 4, 3, 2, 1]))
    const turned = measureYear(county, new Ledger(['funding'], 6), smallYear).county
    countySeries.forEach(({ id }, c) => {
      if (Number.isNaN(plain[c])) expect(turned[c], id).toBeNaN()
      else expect(turned[c], id).toBeCloseTo(plain[c], 12)
    })
  })
})
