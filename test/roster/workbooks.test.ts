import readSheets from 'read-excel-file/universal'
import writeWorkbook from 'write-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { balance2012, balance2017, items, standards2017 } from '../../src/engine/index.ts'
import { apply, candidatesSet, changeLog, chinaItemSet, cleanedWorkbook, directedPlacesSet, openPlaces, openRoster, review, templateWorkbook, undo } from '../../src/roster/index.ts'
import { checksOf, draftOf, fixtureBytes, levelOf, repaired } from './fixtures.ts'

const sheetsOf = async (bytes: Uint8Array) => readSheets(bytes.buffer as ArrayBuffer)

describe('the log of changes', () => {
  it('names cell, school, before, after and why, in order', async () => {
    const draft = repaired(await draftOf(fixtureBytes('12-numbers-with-words.csv'), '12.csv'))
    const lines = changeLog(draft)
    expect(lines.map((l) => [l.step, l.address, l.school, l.what.zh, l.before, l.after])).toEqual([
      [1, '12!E2', '和平小学', '在校学生数', '186人', '186'],
      [2, '12!K2', '和平小学', '体育运动场馆面积', '约2.85亩', '1900'],
      [3, '12!L4', '东风小学', '教学仪器设备值', '240万元', '2400000'],
    ])
    expect(lines[0]!.why.zh).toBe('在校学生数的数字旁有文字')
    expect(changeLog(undo(draft))).toHaveLength(2)
  })

  it('shows what a second change replaced', async () => {
    let draft = await draftOf(fixtureBytes('01-utf8.csv'), 'a.csv')
    for (const text of ['190', '195'])
      draft = apply(draft, { edits: [{ kind: 'write', row: 1, field: 'pupils', text }], why: { en: 'typed', zh: '手工修改' } })
    expect(changeLog(draft).map((l) => [l.before, l.after])).toEqual([
      ['186', '190'],
      ['190', '195'],
    ])
  })
})

describe('the cleaned workbook', () => {
  it('reads back without a question, with the same coefficients and the log as its second sheet', async () => {
    const draft = repaired(await draftOf(fixtureBytes('12-numbers-with-words.csv'), '12.csv'))
    const bytes = await cleanedWorkbook(draft, 'zh')
    const again = await draftOf(bytes, '12-cleaned.xlsx')
    expect(checksOf(review(again).findings, 'must')).toEqual([])
    expect(levelOf(again, 'balance-2017', 'primary').items.map((i) => i.coefficient)).toEqual(
      levelOf(draft, 'balance-2017', 'primary').items.map((i) => i.coefficient),
    )
    const [, log] = await sheetsOf(bytes)
    expect(log!.sheet).toBe('修改记录')
    expect(log!.data).toHaveLength(4)
  })

  it('writes formulas as text and leaves out what was left out', async () => {
    const draft = apply(await draftOf(fixtureBytes('27-markup-and-formulas.csv'), 'a.csv'), {
      edits: [{ kind: 'leave-out', row: 1 }],
      why: { en: 'w', zh: 'w' },
    })
    const [first] = await sheetsOf(await cleanedWorkbook(draft, 'en'))
    expect(first!.data.map((row) => row[1])).toEqual([
      '学校名称',
      '=HYPERLINK("http://example.test")小学',
      '东风小学',
      '青山初级中学',
      '城关初级中学',
    ])
  })
})

describe('names of sheets', () => {
  it.each([
    ['2025[终稿].csv', '2025 终稿', '修改记录'],
    ['修改记录.csv', '修改记录', '修改记录 2'],
    [`${'县'.repeat(40)}.csv`, '县'.repeat(31), '修改记录'],
    ["'25'.csv", '25', '修改记录'],
  ])('of the cleaned %s are ones that a spreadsheet takes', async (name, table, log) => {
    const draft = await draftOf(fixtureBytes('01-utf8.csv'), name)
    expect((await sheetsOf(await cleanedWorkbook(draft, 'zh'))).map(({ sheet }) => sheet.trim())).toEqual([table, log])
  })
})

describe('a cell in a workbook', () => {
  it('that is shown as a date no calendar has is found by its check; the others are read', async () => {
    const rows = [
      [{ value: '学校代码' }, { value: '学校名称' }, { value: '学段' }, { value: '在校学生数' }],
      [{ value: 340101000001, type: Number, format: 'yyyy-mm-dd' }, { value: '甲小学' }, { value: '小学' }, { value: 340101000001, type: Number, format: 'yyyy-mm-dd' }],
      [{ value: '340102' }, { value: '乙小学' }, { value: '小学' }, { value: 80, type: Number }],
    ]
    const bytes = new Uint8Array(await (await writeWorkbook([{ sheet: '学校', data: rows }]).toBlob()).arrayBuffer())
    const { table, findings } = review(await draftOf(bytes, '学校.xlsx'))
    expect(table.rows.map((row) => row.values['pupils'])).toEqual([null, 80])
    expect(findings.find((one) => one.check === 'not-a-number')?.at.map(({ address, found }) => [address, found])).toEqual([['学校!D2', '########']])
  })
})

describe('the template', () => {
  it.each(['zh', 'en'] as const)('in %s matches every one of its own columns', async (language) => {
    const opened = await openRoster(await templateWorkbook(chinaItemSet, language), 'template.xlsx')
    if (!opened.draft) throw new Error('not read')
    const [schools] = await sheetsOf(await templateWorkbook(chinaItemSet, language))
    expect(opened.draft.base.columns).toHaveLength(schools!.data[0]!.length)
    expect(opened.draft.base.columns.every((use) => !use.guessed)).toBe(true)
    const { findings } = review(opened.draft)
    expect(checksOf(findings, 'must')).toEqual(['no-rows'])
    // it is not filled in: that is the next step, not another sheet
    expect(findings[0]!.hint.zh).toBe('请按每校每个学段一行填写，保存后重新选择文件；数据若在其他工作表，请选择该工作表。')
  })
  it.each([[directedPlacesSet, '每校一行'], [candidatesSet, '每名考生一行']] as const)('of places says what a row is of', async (set, row) => {
    const opened = await openPlaces(await templateWorkbook(set, 'zh'), 'template.xlsx')
    const { findings } = review(opened.draft!)
    expect([opened.draft!.set.id, checksOf(findings, 'must'), findings[0]!.hint.zh]).toEqual([set.id, ['no-rows'], `请按${row}填写，保存后重新选择文件；数据若在其他工作表，请选择该工作表。`])
  })
  it('whose rows were all left out says to bring them back', async () => {
    const draft = await draftOf(new TextEncoder().encode('学校代码,学校名称,学段,在校学生数\n340101,甲小学,小学,80\n'), '学校.csv')
    const { findings } = review(apply(draft, { edits: [{ kind: 'leave-out', row: 1 }], why: { zh: '', en: '' } }))
    expect(findings.find(({ check }) => check === 'no-rows')?.hint.zh).toBe('请选择其他工作表，或重新计入已剔除的行。')
  })
})

describe('the built-in set', () => {
  it('has the engine’s items, thresholds and limits', () => {
    for (const regime of [balance2017, balance2012]) {
      const data = chinaItemSet.regimes.find((r) => r.id === regime.id)!
      expect(data.items.map((i) => i.id)).toEqual(regime.items)
      expect(data.limit).toEqual(regime.limits)
      for (const item of data.items) {
        const engine = items.find((i) => i.id === item.id)!
        expect(item.per).toBe(engine.per)
        expect(item.standard).toEqual(engine.standard)
        expect(item.text.zh.replace(/[（(].*[）)]/, '')).toBe(engine.text.name.zh.replace(/[（(].*[）)]/, ''))
      }
    }
    expect(Object.keys(standards2017)).toHaveLength(7)
  })
})
