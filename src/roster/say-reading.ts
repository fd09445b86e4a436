import type { Bilingual, Problem } from '../engine/index.ts'

/* What can stand in the way of reading a file, in both languages: what, and what to do. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const problem =
  (text: Bilingual, hint: Bilingual) =>
  (path: string): Problem => ({ path, text, hint })

export const sayReading = {
  empty: problem(
    both('The file is empty.', '文件是空的。'),
    both('Choose the file with the table of schools, or start from the template.', '请选择学校明细表文件，或从模板开始填写。'),
  ),
  noTable: problem(
    both('No cell in this file holds anything.', '文件中没有任何内容。'),
    both('Check that the table was saved, and that it is not on a picture.', '请确认表格已保存，且不是以图片形式插入的。'),
  ),
  unpacksTooLarge: problem(
    both(
      'The workbook unpacks to far more than a table of schools could hold and was not opened.',
      '该工作簿解压后远超学校明细表应有的大小，未予打开。',
    ),
    both('Copy the table into a new workbook and choose that one.', '请把表格复制到新工作簿后重新选择。'),
  ),
  tooMany: (what: 'rows' | 'columns' | 'sheets', found: number, limit: number) => {
    const zh = { rows: '行', columns: '列', sheets: '个工作表' }[what]
    return problem(
      both(`There are ${found} ${what}; at most ${limit} are read.`, `共有${found}${zh}，最多读取${limit}${zh}。`),
      both(
        'Keep one row per school section. Rows that only carry formats also count: delete them.',
        '请保留每行一所学校（学段）；仅有格式的空行也计算在内，请删除。',
      ),
    )
  },
  oldWorkbook: problem(
    both('This is a workbook of the old kind (.xls), which is not read.', '这是旧版 Excel 工作簿（.xls），无法读取。'),
    both(
      'Open it in WPS or Excel, choose “Save as”, type “Excel workbook (.xlsx)”, and choose the new file.',
      '请用 WPS 或 Excel 打开，选择“另存为”，类型选“Excel 工作簿（*.xlsx）”，再选择新文件。',
    ),
  ),
  locked: problem(
    both('This workbook is protected by a password.', '该工作簿设有打开密码。'),
    both(
      'Open it in WPS or Excel with the password, remove the password (File, Protect), save, and choose it again.',
      '请用 WPS 或 Excel 输入密码打开，在“文件—文档加密（保护）”中取消密码，保存后重新选择。',
    ),
  ),
  notWorkbook: problem(
    both('This file is packed like a workbook but holds no sheets.', '文件是压缩格式，但其中没有工作表。'),
    both(
      'Choose a workbook (.xlsx) or a text table (.csv). A WPS file (.et) must be saved as .xlsx first.',
      '请选择工作簿（.xlsx）或文本表格（.csv）；WPS 表格（.et）请先另存为 .xlsx。',
    ),
  ),
  broken: problem(
    both('The workbook is damaged and cannot be opened.', '工作簿已损坏，无法打开。'),
    both(
      'Open it in WPS or Excel, let it repair the file, save it under a new name, and choose that one.',
      '请用 WPS 或 Excel 打开并修复，另存为新文件后重新选择。',
    ),
  ),
  otherKind: (kind: string) =>
    problem(
      both(`This is a ${kind} file, not a table.`, `这是 ${kind} 文件，不是表格。`),
      both(
        'Choose a workbook (.xlsx) or a text table (.csv), or paste the cells from WPS or Excel.',
        '请选择工作簿（.xlsx）或文本表格（.csv），也可从 WPS、Excel 复制单元格后粘贴。',
      ),
    ),
  notText: problem(
    both('The text is neither UTF-8 nor GB18030.', '文本既不是 UTF-8 编码，也不是 GB18030 编码。'),
    both('Save the table again as “CSV UTF-8” or as a workbook (.xlsx).', '请另存为“CSV UTF-8（逗号分隔）”或工作簿（.xlsx）。'),
  ),
  unknownSheet: (name: string, names: readonly string[]) =>
    problem(
      both(`There is no sheet “${name}”.`, `没有名为“${name}”的工作表。`),
      both(`Sheets in the file: ${names.join(', ')}.`, `文件中的工作表：${names.join('、')}。`),
    ),
  longCell: (characters: number, limit: number) =>
    problem(
      both(`A cell holds ${characters} characters; at most ${limit} are read.`, `单元格有${characters}个字符，最多读取${limit}个。`),
      both('A table of schools has short texts. Remove the remark, or its column.', '学校明细表中的文字应简短，请删去该备注或所在列。'),
    ),
} as const
