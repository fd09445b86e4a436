import type { SheetData } from 'write-excel-file/universal'
import { sheetName } from '../scenario/sheet-name.ts'
import { current, type Draft } from './draft.ts'
import { textOf } from './grid.ts'
import type { ItemSet } from './item-set.ts'
import { changeLog } from './log.ts'
import { readNumber } from './numbers.ts'

/* Workbooks this app writes: the cleaned table with its log of changes, and the empty template. Cells are values, never formulas. */

export type Language = 'en' | 'zh'

async function bytesOf(sheets: { sheet: string; data: SheetData; columns?: { width?: number }[]; stickyRowsCount?: number }[]): Promise<Uint8Array> {
  // loaded on demand: most visits never write a workbook
  const { default: writeWorkbook } = await import('write-excel-file/universal')
  return new Uint8Array(await (await writeWorkbook(sheets).toBlob()).arrayBuffer())
}

const heading = (text: string) => ({ value: text, fontWeight: 'bold' as const, backgroundColor: '#e8eef2' as const, wrap: true })
/** Whole and decimal numbers as numbers; school codes keep their zeros as texts. */
const typed = (text: string, isNumber: boolean) => {
  const read = isNumber ? readNumber(text) : null
  return read && read.reading !== 'extra' ? { value: read.value, type: Number } : { value: text, type: String }
}

const logHeads = { en: ['Step', 'Cell', 'School', 'What', 'Before', 'After', 'Why'], zh: ['步骤', '单元格', '学校', '项目', '修改前', '修改后', '原因'] } as const

/** The table as it stands after all changes, and the log of changes as its second sheet. */
export async function cleanedWorkbook(draft: Draft, language: Language): Promise<Uint8Array> {
  const { mapping, rows, leftOut } = current(draft)
  const isNumber = new Map(draft.set.fields.map((field) => [field.id, field.kind === 'number']))
  const width = draft.grid.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const head = draft.grid.rows.slice(0, Math.max(0, mapping.headerRow + mapping.headerDepth)).map((row) => Array.from({ length: width }, (_, c) => heading(textOf(row[c]))))
  const body = rows.filter((row) => row.aside === null && !leftOut.has(row.row)).map((row) => {
    const cells: SheetData[number] = Array.from({ length: width }, (_, c) => ({ value: textOf(draft.grid.rows[row.row]?.[c]), type: String }))
    for (const use of mapping.columns) cells[use.column] = typed(row.written[use.field] ?? '', isNumber.get(use.field) === true)
    return cells
  })
  const log: SheetData = [
    logHeads[language].map(heading),
    ...changeLog(draft).map((line) => [{ value: line.step, type: Number }, ...[line.address, line.school, line.what[language], line.before, line.after, line.why[language]].map((value) => ({ value, type: String }))]),
  ]
  const sheet = sheetName(draft.grid.sheet, 'roster')
  const logSheet = language === 'zh' ? '修改记录' : 'Changes'
  return bytesOf([
    { sheet, data: [...head, ...body] },
    { sheet: sheet.toLowerCase() === logSheet.toLowerCase() ? `${logSheet} 2` : logSheet, data: log, columns: [{ width: 6 }, { width: 18 }, { width: 24 }, { width: 28 }, { width: 14 }, { width: 14 }, { width: 40 }] },
  ])
}

/** Fields of the template, in its order; the rest can be added by the user and are matched by name. */
const templateFields = [
  'code', 'school', 'level', 'form', 'kind', 'owner', 'township', 'pupils', 'classes', 'boarders', 'migrants', 'leftBehind', 'seniorPupils', 'teachers', 'aboveDegree', 'midRank', 'backbone',
  'peArts', 'area', 'sports', 'equipment', 'multimedia', 'computers', 'books', 'musicRooms', 'artRooms', 'longitude', 'latitude',
]

const notes = {
  zh: [
    ['一行一个学段：一贯制学校、完全中学的小学部和初中部各占一行，学校代码相同。'],
    ['校舍、场地、设备等填全校总数，可只填在其中一行，系统按1∶1.1∶1.32拆分；教师按学段分别填写。'],
    ['没有的数据留空，不要填0。面积单位平方米，设备值单位元。'],
    ['文件只在本机处理，不上传。'],
  ],
  en: [
    ['One row per stage: the primary and the junior part of a combined school take one row each, with the same school code.'],
    ['Rooms, grounds and equipment are those of the whole school, on one of its rows or on all; they are split 1 : 1.1 : 1.32. Teachers are counted per stage.'],
    ['Leave empty what you do not have; do not write 0. Areas in square metres, equipment in yuan.'],
    ['The file stays on your computer. Nothing is uploaded.'],
  ],
} as const

const notesOfPlaces = {
  zh: [['一行一所初中，填写符合指标到校条件的毕业生数。'], ['城乡类型、薄弱学校、片区和办学质量得分只在分配规则用到时填写。'], ['文件只在本机处理，不上传。']],
  en: [['One row per junior school, with its leavers who are eligible for a directed place.'], ['Kind of place, under-resourced, district and quality points are needed only if the rule uses them.'], ['The file stays on your computer. Nothing is uploaded.']],
} as const

const notesOfCandidates = {
  zh: [['一行一名考生。享受资格由分配规则逐人计算，规则用到的列才需要填写。'], ['户籍填本地、外区或随迁；转入、往届生、择校生填是或否；志愿按先后填高中校名，用顿号分隔。'], ['城乡类型、片区、教育集团、学校上年均分等说的是学校，同一学校各行须一致。'], ['文件只在本机处理，不上传。']],
  en: [['One row per candidate. Eligibility is computed by the rule; only the columns that the rule uses are needed.'], ['Household: local, other district or migrant. Transferred, repeater, selected: yes or no. Choices: names of senior highs in order, separated by commas.'], ['Kind of place, district, group and last year’s mean belong to the school: the same on all its rows.'], ['The file stays on your computer. Nothing is uploaded.']],
} as const

/** An empty table with the official columns of its set, and notes. */
export async function templateWorkbook(set: ItemSet, language: Language): Promise<Uint8Array> {
  const isRoster = set.fields.some((field) => field.id === 'pupils')
  const fields = isRoster ? templateFields.flatMap((id) => set.fields.find((field) => field.id === id) ?? []) : set.fields.filter((field) => field.id !== set.level && !(field.kind === 'number' && field.otherwise !== undefined))
  const head = fields.map((field) => heading(field.kind === 'number' && field.units.length > 1 ? `${field.text[language]}（${field.units[0]!.text[language]}）` : field.text[language]))
  const choices: SheetData = [[language === 'zh' ? '列' : 'Column', language === 'zh' ? '可填内容' : 'Possible values'].map(heading), ...fields.flatMap((field) => (field.kind === 'choice' ? [[{ value: field.text[language] }, { value: field.values.map((v) => v.text[language]).join(language === 'zh' ? '、' : ', ') }]] : []))]
  return bytesOf([
    { sheet: set.oneSchool ? (language === 'zh' ? '考生' : 'Candidates') : language === 'zh' ? '学校' : 'Schools', data: [head], columns: fields.map(() => ({ width: 14 })), stickyRowsCount: 1 },
    { sheet: language === 'zh' ? '填表说明' : 'Notes', data: [...(isRoster ? notes : set.oneSchool ? notesOfCandidates : notesOfPlaces)[language].map(([text]) => [{ value: text! }]), [], ...choices], columns: [{ width: 40 }, { width: 60 }] },
  ])
}
