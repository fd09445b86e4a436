/*
 * What is wrong with a file, in both languages. One entry per kind of mistake: what, what was expected, what to do.
 */
import type { Bilingual } from '../engine/index.ts'
import { quoted } from './problems.ts'
import type { SyntaxSlip } from './json-scan.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)

const slips: Readonly<Record<SyntaxSlip['kind'], (found: string) => Bilingual>> = {
  unexpected: (found) => both(`“${found}” cannot stand here.`, `此处不应出现“${found}”。`),
  unfinished: () => both('The file ends in the middle.', '文件在此处中断，内容不完整。'),
  text: (found) =>
    both(
      `This text has no closing quotation mark, or holds a line break or an unknown escape: ${found}`,
      `这段文本缺少结束引号，或含有换行、无法识别的转义：${found}`,
    ),
  deep: () => both('More levels are nested here than any scenario has.', '此处嵌套层数过多，方案文件不会有这么多层。'),
  trailing: (found) => both(`The file should end here, but goes on with “${found}”.`, `文件应到此结束，后面却还有“${found}”。`),
}

export const say = {
  syntax: (slip: SyntaxSlip): Bilingual => {
    const what = slips[slip.kind](slip.found)
    return both(
      `Not readable as JSON at line ${slip.line}, column ${slip.column}. ${what.en}`,
      `第${slip.line}行第${slip.column}列不是有效的 JSON。${what.zh}`,
    )
  },
  syntaxHint: both(
    'Common causes: a missing or extra comma, a missing quotation mark or bracket, a comment.',
    '常见原因：多写或漏写逗号，漏写引号或括号，写了注释。',
  ),

  empty: both('The file is empty.', '文件是空的。'),
  emptyHint: both(
    'Choose a scenario file that was saved from the app, or start from one in the folder “scenarios”.',
    '请选择由本工具保存的方案文件，或从 scenarios 文件夹中的方案改起。',
  ),

  tooLarge: (bytes: number, limit: number): Bilingual =>
    both(
      `The file has ${megabytes(bytes)} MB; a scenario file has at most ${megabytes(limit)} MB.`,
      `文件大小为 ${megabytes(bytes)} MB，方案文件不超过 ${megabytes(limit)} MB。`,
    ),
  tooLargeHint: both(
    'This is probably a table of results or of pupils. Choose the scenario file (.json).',
    '这可能是结果数据或学生名单，请选择方案文件（.json）。',
  ),

  notText: both('The file is not text in UTF-8.', '文件不是 UTF-8 编码的文本。'),
  notTextHint: both(
    'Save it again as UTF-8; a workbook (.xlsx) is not a scenario file.',
    '请另存为 UTF-8 编码；Excel 工作簿（.xlsx）不是方案文件。',
  ),

  unread: both('The file could not be read.', '文件无法读取。'),
  unreadHint: both(
    'It may have been moved or deleted since it was chosen, or the drive it lies on has been removed. Choose it again.',
    '选择之后，文件可能已被移动或删除，或者所在的 U 盘已拔出。请重新选择。',
  ),

  notObject: (kind: Bilingual): Bilingual =>
    both(`A scenario file holds one object {…}; this one holds ${kind.en}.`, `方案文件应是一个对象 {…}，此文件是${kind.zh}。`),
  repeatedKey: (key: string): Bilingual =>
    both(`“${key}” is written twice here; only one of the two could count.`, `“${key}”在此处写了两次，只能保留一个。`),
  repeatedKeyHint: both('Delete one of the two.', '请删去其中一个。'),

  formatMissing: both('The file does not say which format it is in.', '文件没有写明格式版本。'),
  formatMissingHint: (latest: number): Bilingual => both(`Add "format": ${latest}.`, `请加上 "format": ${latest}。`),
  formatWrong: (value: unknown): Bilingual =>
    both(`The format is a whole number from 1; the file says ${quoted(value)}.`, `格式版本应为从1起的整数，文件中为 ${quoted(value)}。`),
  formatNewer: (format: number, latest: number): Bilingual =>
    both(
      `This file is in format ${format}; this version of Hengtu reads formats up to ${latest}.`,
      `此文件为格式${format}，当前版本的衡图只能读到格式${latest}。`,
    ),
  formatNewerHint: both(
    'Update Hengtu and open the file again. Nothing in the file was changed.',
    '请更新衡图后再打开，文件内容没有改动。',
  ),

  missing: (key: string): Bilingual => both(`“${key}” is missing.`, `缺少“${key}”。`),
  kind: (expected: Bilingual, found: Bilingual): Bilingual =>
    both(`Expected ${expected.en}; the file has ${found.en}.`, `此处应为${expected.zh}，文件中为${found.zh}。`),
  unknownKey: (key: string, files: Bilingual): Bilingual => both(`“${key}” is not a word of ${files.en}.`, `${files.zh}中没有“${key}”这一项。`),
  didYouMean: (name: string): Bilingual => both(`Did you mean “${name}”?`, `是否想写“${name}”？`),
  allowed: (names: readonly string[]): Bilingual => both(`Possible here: ${names.join(', ')}.`, `此处可用：${names.join('、')}。`),
  atLeast: (least: number | bigint, value: unknown): Bilingual =>
    both(`At least ${least}; the file says ${quoted(value)}.`, `不得小于${least}，文件中为 ${quoted(value)}。`),
  atMost: (most: number | bigint, value: unknown): Bilingual =>
    both(`At most ${most}; the file says ${quoted(value)}.`, `不得大于${most}，文件中为 ${quoted(value)}。`),
  shorter: (most: number | bigint): Bilingual => both(`Longer than ${most} characters.`, `超过${most}个字符。`),
  emptyText: both('The text is empty.', '文本为空。'),
  fewer: (least: number | bigint): Bilingual => both(`At least ${least} needed here.`, `此处至少需要${least}个。`),
  tooMany: (most: number | bigint): Bilingual => both(`At most ${most} possible here.`, `此处最多${most}个。`),
  idShape: (value: unknown): Bilingual => both(`${quoted(value)} cannot be an id.`, `${quoted(value)} 不能作标识。`),
  idShapeHint: both(
    'Use lower-case letters, digits and single hyphens, such as “rotation-at-ten-percent”.',
    '请用小写字母、数字和单个连字符，如“rotation-at-ten-percent”。',
  ),
  notOneOf: (value: unknown): Bilingual => both(`${quoted(value)} is not possible here.`, `此处不能写 ${quoted(value)}。`),
  invalid: (value: unknown): Bilingual => both(`${quoted(value)} cannot be used here.`, `此处不能使用 ${quoted(value)}。`),

  countyFile: (from: string): Bilingual => both(`The county file “${from}” was not found.`, `找不到县数据文件“${from}”。`),
  countyFileHint: both(
    'The path is taken from the folder of the scenario file. Or save county and scenario in one file.',
    '路径从方案文件所在文件夹算起；也可以把县数据与方案保存在同一个文件中。',
  ),
  countyFileOutside: (from: string): Bilingual =>
    both(`“${from}” is not a county file beside the scenario.`, `“${from}”不是方案文件旁的县数据文件。`),
}
