/*
 * A roster of 60 schools without a fault, and the same with twelve faults planted: for the checks, the page and the command line.
 */

export type Rows = string[][]

const head = [
  '学校代码',
  '学校名称',
  '学段',
  '城乡类型',
  '所属乡镇',
  '在校学生数',
  '专任教师数',
  '高于规定学历教师数',
  '中级及以上职称教师数',
  '县级以上骨干教师数',
  '体艺教师数',
  '教学及辅助用房面积',
  '体育运动场馆面积',
  '教学仪器设备值',
  '网络多媒体教室数',
  '教学用计算机台数',
  '图书册数',
]
const columnOf = (name: string): number => head.indexOf(name)

/** 40 primary and 20 junior schools; every number follows from the school’s place in the list. */
export function cleanRoster(): Rows {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const isJunior = i >= 40
    const pupils = (isJunior ? 260 : 180) + ((i * 137) % 911)
    const teachers = Math.round(pupils / (isJunior ? 12 : 15)) + 3
    return [
      String(520100 + i),
      `第${i + 1}${isJunior ? '初级中学' : '小学'}`,
      isJunior ? '初中' : '小学',
      ['城区', '镇区', '乡村'][i % 3]!,
      `${['城关', '柳树', '青山', '东风', '石桥'][i % 5]}镇`,
      pupils,
      teachers,
      teachers - (i % 4),
      Math.round(teachers * 0.55),
      1 + Math.round(teachers * 0.1),
      1 + Math.round(teachers * 0.12),
      pupils * (5 + (i % 3)) + 311,
      pupils * (8 + (i % 4)) + 97,
      pupils * (2100 + 37 * (i % 11)),
      3 + Math.round(pupils / 36),
      10 + Math.round(pupils / 7),
      pupils * (22 + (i % 6)),
    ].map(String)
  })
  return [head, ...rows]
}

/** A fault: where it is planted, what stands there, and the check that must find it. */
export interface Fault {
  /** Row of the sheet as people count it: the header is row 1. */
  readonly row: number
  readonly column: string
  readonly text: string
  readonly check: string
  readonly class: 'must' | 'look'
}

const clean = cleanRoster()
const at = (row: number, column: string): string => clean[row - 1]![columnOf(column)]!

/** Nine that must be fixed, three to look at. */
export const faults: readonly Fault[] = [
  { row: 5, column: '在校学生数', text: '', check: 'empty', class: 'must' },
  { row: 9, column: '在校学生数', text: `${at(9, '在校学生数')}人`, check: 'number-with-word', class: 'must' },
  { row: 14, column: '学校代码', text: at(13, '学校代码'), check: 'repeated', class: 'must' },
  { row: 18, column: '城乡类型', text: '镇乡', check: 'unknown-choice', class: 'must' },
  { row: 22, column: '专任教师数', text: `-${at(22, '专任教师数')}`, check: 'negative', class: 'must' },
  { row: 27, column: '学段', text: '', check: 'empty', class: 'must' },
  { row: 31, column: '网络多媒体教室数', text: '3月5日', check: 'not-a-number', class: 'must' },
  { row: 36, column: '中级及以上职称教师数', text: `${at(36, '中级及以上职称教师数')}.5`, check: 'fraction', class: 'must' },
  { row: 44, column: '教学仪器设备值', text: `${Number(at(44, '教学仪器设备值')) / 10000}万元`, check: 'number-with-word', class: 'must' },
  { row: 48, column: '体育运动场馆面积', text: `${at(48, '体育运动场馆面积')}0`, check: 'outlier', class: 'look' },
  { row: 52, column: '县级以上骨干教师数', text: '400', check: 'part-over-whole', class: 'look' },
  {
    row: 57,
    column: '教学及辅助用房面积',
    text: String(Number(at(57, '教学及辅助用房面积')) / 666.6666666666666),
    check: 'outlier',
    class: 'look',
  },
]

/** The clean roster with the faults planted. */
export function faultyRoster(): Rows {
  const rows = cleanRoster()
  for (const { row, column, text } of faults) rows[row - 1]![columnOf(column)] = text
  return rows
}

/** Address of a fault as messages write it. */
export const addressOf = (sheet: string, { row, column }: Fault): string => `${sheet}!${String.fromCharCode(65 + columnOf(column))}${row}`

/** Rows as CSV. */
export const csvOf = (rows: Rows): Uint8Array => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))
