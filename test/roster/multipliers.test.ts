import { describe, expect, it } from 'vitest'
import { apply, isClear, review, type Draft } from '../../src/roster/index.ts'
import { checksOf, draftOf, repaired } from './fixtures.ts'

/* Numbers with 万 and the like beside them: the word is part of the number. */

const heads = { books: '图书册数', equipment: '教学仪器设备值', pupils: '在校学生数', sports: '体育运动场馆面积' } as const
const tableWith = (field: keyof typeof heads, text: string, head: string = heads[field]): Promise<Draft> => {
  const pupils = field === 'pupils' ? '' : ',在校学生数'
  const lines = [`学校名称,学段${pupils},${head}`, `甲小学,小学${pupils && ',300'},${text}`, `乙小学,小学${pupils && ',200'},200`]
  return draftOf(new TextEncoder().encode(lines.join('\n')), '学校.csv')
}
const valueOf = (draft: Draft, field: string) => review(draft).table.rows[0]!.values[field]

describe('a multiplier beside a number', () => {
  it.each([
    ['books', '1.2万', undefined, 12_000],
    ['books', '1.2万册', undefined, 12_000],
    ['books', '3千', undefined, 3000],
    ['equipment', '35万', undefined, 350_000],
    ['equipment', '57.3万元', undefined, 573_000],
    ['equipment', '3百万元', undefined, 3_000_000],
    ['equipment', '0.2亿', undefined, 20_000_000],
    // the column is in 万元 already
    ['equipment', '35万', '教学仪器设备值（万元）', 350_000],
    ['equipment', '35万元', '教学仪器设备值（万元）', 350_000],
    ['pupils', '1.2千人', undefined, 1200],
    ['books', '35 thousand', undefined, 35_000],
    ['books', '35k', undefined, 35_000],
    // a word that multiplies nothing is dropped, as before
    ['pupils', '186人', undefined, 186],
  ] as const)('%s “%s” %s', async (field, text, head, meant) => {
    const draft = await tableWith(field, text, head)
    expect(checksOf(review(draft).findings, 'must')).toEqual(['number-with-word'])
    const mended = repaired(draft)
    expect([isClear(review(mended).findings), valueOf(mended, field)]).toEqual([true, meant])
  })
  it('is still there when a minus sign was dropped', async () => {
    const draft = await tableWith('books', '-1.2万')
    const [found] = review(draft).findings.filter((one) => one.check === 'negative')
    const dropped = apply(draft, { edits: found!.at[0]!.fixes[0]!.edits, why: found!.text })
    expect(checksOf(review(dropped).findings, 'must')).toEqual(['number-with-word'])
    expect(valueOf(repaired(dropped), 'books')).toBe(12_000)
  })
})
