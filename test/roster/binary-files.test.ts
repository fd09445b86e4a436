import { strToU8, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/universal'
import type { SheetData } from 'write-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { bounds, openPasted, openRoster, review } from '../../src/roster/index.ts'
import { draftOf, fixtureBytes, levelOf } from './fixtures.ts'

const bytesOf = async (sheets: { sheet: string; data: SheetData }[]): Promise<Uint8Array> =>
  new Uint8Array(await (await writeWorkbook(sheets).toBlob()).arrayBuffer())

const table = new TextDecoder()
  .decode(fixtureBytes('01-utf8.csv'))
  .trim()
  .split('\n')
  .map((line) => line.split(','))
const typed = table.map((row, r) => row.map((cell) => (r > 0 && /^\d{1,5}$|^\d{7}$/.test(cell) ? Number(cell) : cell)))

const problemsOf = async (bytes: Uint8Array, name = 'file.xlsx') =>
  (await openRoster(bytes, name)).problems.map((p) => `${p.path}: ${p.text.en}`)

describe('workbooks', () => {
  it('reads the sheet that holds the roster, whichever it is', async () => {
    const bytes = await bytesOf([
      { sheet: '说明', data: [['填表说明'], ['本表一式两份']] },
      { sheet: '学校', data: typed },
      {
        sheet: '其他',
        data: [
          ['名称', '电话'],
          ['甲', '1'],
          ['乙', '2'],
          ['丙', '3'],
        ],
      },
    ])
    const draft = await draftOf(bytes, '2025.xlsx')
    expect(draft.grid.sheet).toBe('学校')
    expect(levelOf(draft, 'balance-2017', 'primary').pupils).toEqual([186, 640, 980])
    expect(review(await draftOf(bytes, '2025.xlsx', { sheet: '其他' })).table.mapping.sheet).toBe('其他')
    const { problems } = await openRoster(bytes, '2025.xlsx', { sheet: '没有' })
    expect(problems[0]!.hint!.zh).toBe('文件中的工作表：说明、学校、其他。')
  })

  it('gives the numbers that the text table gives, numbers stored as texts included', async () => {
    const [asNumbers, asTexts, csv] = await Promise.all([
      draftOf(await bytesOf([{ sheet: 'a', data: typed }]), 'a.xlsx'),
      draftOf(await bytesOf([{ sheet: 'a', data: table }]), 'a.xlsx'),
      draftOf(fixtureBytes('01-utf8.csv'), 'a.csv'),
    ])
    const coefficients = [asNumbers, asTexts, csv].map((draft) => levelOf(draft, 'balance-2017', 'primary').items.map((i) => i.coefficient))
    expect(coefficients[1]).toEqual(coefficients[0])
    expect(coefficients[2]).toEqual(coefficients[0])
  })

  it('reads headings merged over columns, with empty cells beside them', async () => {
    const data: SheetData = [
      [{ value: '某县学校情况', columnSpan: 5 }, null, null, null, null],
      [
        { value: '学校名称', rowSpan: 2 },
        { value: '学段', rowSpan: 2 },
        { value: '学生', rowSpan: 2 },
        { value: '教师', columnSpan: 2 },
        null,
      ],
      [null, null, null, '专任', '骨干'],
      ['甲小学', '小学', 100, 8, 1],
      ['乙小学', '小学', 300, 20, 5],
    ]
    const { table: read } = review(await draftOf(await bytesOf([{ sheet: 'a', data }]), 'a.xlsx'))
    expect(read.rows.map((r) => [r.values['school'], r.values['pupils'], r.values['teachers'], r.values['backbone']])).toEqual([
      ['甲小学', 100, 8, 1],
      ['乙小学', 300, 20, 5],
    ])
  })

  it('shows a date where a number should be as its day', async () => {
    const data: SheetData = [
      ['学校名称', '学段', '学生数'],
      ['甲小学', '小学', { value: new Date(Date.UTC(2025, 2, 5)), format: 'yyyy-mm-dd' }],
    ]
    const { findings } = review(await draftOf(await bytesOf([{ sheet: 'a', data }]), 'a.xlsx'))
    const found = findings.find((f) => f.check === 'not-a-number')!
    expect(found.at.map((p) => [p.address, p.found])).toEqual([['a!C2', '2025-03-05']])
  })
})

describe('files that cannot be read say why and what to do', () => {
  it('an empty file, an empty sheet, and too large a file', async () => {
    expect(await problemsOf(new Uint8Array(0))).toEqual(['file.xlsx: The file is empty.'])
    expect(await problemsOf(strToU8('\n ,, \n'), 'a.csv')).toEqual(['a.csv: No cell in this file holds anything.'])
    expect((await problemsOf(new Uint8Array(bounds.bytes + 1)))[0]).toContain('at most 20 MB')
  })

  it('an old workbook and a workbook behind a password', async () => {
    const compound = new Uint8Array(4096)
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect((await problemsOf(compound, 'a.xls'))[0]).toContain('old kind (.xls)')
    compound.set(new Uint8Array(new Uint16Array([...'EncryptedPackage'].map((c) => c.charCodeAt(0))).buffer), 1024)
    const { problems } = await openRoster(compound, 'a.xlsx')
    expect(problems[0]!.text.zh).toBe('该工作簿设有打开密码。')
    expect(problems[0]!.hint!.zh).toContain('WPS')
  })

  it('a damaged workbook, another packed file, a workbook that would unpack to gigabytes', async () => {
    const whole = await bytesOf([{ sheet: 'a', data: typed }])
    expect((await problemsOf(whole.slice(0, whole.length / 2)))[0]).toContain('damaged')
    expect((await problemsOf(zipSync({ 'word/document.xml': strToU8('<x/>') }), 'a.docx'))[0]).toContain('holds no sheets')
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(bounds.unpackedBytes + 1) }, { level: 1 })
    expect(bomb.length).toBeLessThan(bounds.bytes)
    expect((await problemsOf(bomb))[0]).toContain('unpacks to far more')
  })

  it('pictures, documents and other texts', async () => {
    expect((await problemsOf(strToU8('%PDF-1.7'), 'a.pdf'))[0]).toContain('PDF file, not a table')
    expect((await problemsOf(Uint8Array.of(0x41, 0xff, 0xfe, 0x80, 0xff), 'a.csv'))[0]).toContain('neither UTF-8 nor GB18030')
    expect((await problemsOf(new Uint8Array(64), 'a.csv'))[0]).toContain('neither UTF-8 nor GB18030')
  })

  it('too many rows, columns, and a cell as long as a letter', async () => {
    expect((await problemsOf(strToU8('a,b\n'.repeat(bounds.rows + 1)), 'a.csv'))[0]).toContain(
      `${bounds.rows + 1} rows; at most ${bounds.rows}`,
    )
    expect((await problemsOf(strToU8(','.repeat(300) + 'x\n'), 'a.csv'))[0]).toContain('301 columns')
    expect((await problemsOf(strToU8(`学校,学生数\n${'长'.repeat(bounds.cellCharacters + 1)},5\n`), 'a.csv'))[0]).toContain(
      'a!A2: A cell holds 5001 characters',
    )
  })
})

describe('cells pasted from WPS or Excel', () => {
  it('are read like a file', () => {
    const pasted = openPasted('学校名称\t学段\t学生数\t图书\n甲小学\t小学\t100\t900\n乙小学\t小学\t300\t1,500\n', '粘贴')
    if (!pasted.draft) throw new Error('not read')
    const books = levelOf(pasted.draft, 'balance-2012', 'primary').items.find((i) => i.item.id === 'B5')!
    expect(books.mean).toBe(6)
  })
})
