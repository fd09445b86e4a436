/** Columns as a county office writes them. */
const head = ['学校代码', '学校名称', '学段', '办学类型', '举办者', '城乡类型', '所属乡镇', '在校学生数', '班级数', '专任教师数', '高于规定学历教师数', '中级及以上职称教师数', '县级以上骨干教师数', '体艺教师数', '教学及辅助用房面积', '体育运动场馆面积', '教学仪器设备值', '网络多媒体教室数', '教学用计算机台数', '图书册数']
const towns = ['城关', '柳树', '青山', '东风', '白云', '河口', '石桥', '龙泉']

function school(i: number, of: number): (string | number)[] {
  const junior = i % 3 === 2
  const kind = i < of * 0.25 ? '城区' : i < of * 0.6 ? '镇区' : '乡村'
  const pupils = Math.round({ 城区: 1400, 镇区: 620, 乡村: 190 }[kind] * (0.6 + ((i * 37) % 17) / 20))
  const teachers = Math.round(pupils / (junior ? 12 : 16)) + 3
  const backbone = { 城区: 0.2, 镇区: 0.13, 乡村: 0.07 }[kind]
  const town = `${towns[i % towns.length]}镇`
  const form = junior ? '初级中学' : '小学'
  const who = [340100 + i, `${town}第${i + 1}${form}`, junior ? '初中' : '小学', form, '教育部门', kind, town]
  const people = [pupils, Math.max(6, Math.round(pupils / 42)), teachers, Math.round(teachers * (0.93 - (i % 5) * 0.04)), Math.round(teachers * 0.5), Math.round(teachers * backbone), 1 + Math.round(teachers * 0.13)]
  const things = [Math.round(pupils * (4.2 + (i % 4) * 0.9)) + 120, Math.round(pupils * (6.5 + (i % 5) * 1.2)) + 300, pupils * (1900 + 160 * (i % 7)), 2 + Math.round(pupils / 36), 8 + Math.round(pupils / 7), pupils * (16 + (i % 6) * 3)]
  return [...who, ...people, ...things]
}

/** A roster of so many made-up schools, header first. */
export const ownRoster = (schools: number): string[][] => [head, ...Array.from({ length: schools }, (_, i) => school(i, schools))].map((row) => row.map(String))

/** The same with twelve faults of twelve kinds. */
export function faultyRoster(): string[][] {
  const rows = ownRoster(60)
  const put = (row: number, column: string, text: string) => void (rows[row]![head.indexOf(column)] = text)
  put(5, '在校学生数', '')
  put(9, '在校学生数', '-214')
  put(14, '城乡类型', '城乡结合区域')
  put(17, '专任教师数', '二十二')
  put(20, '在校学生数', '186人')
  put(23, '县级以上骨干教师数', '9999')
  put(26, '体育运动场馆面积', '431200')
  put(29, '学段', '大学')
  put(33, '专任教师数', '31.5')
  rows[36] = [...rows[35]!]
  put(41, '教学仪器设备值', '未知数')
  put(47, '学校代码', rows[46]![0]!)
  return rows
}

/** Names of the schools of `roomyRoster` that lack rooms and sports ground. */
export const cramped = (level: '小学' | '初中'): string[] => roomyRoster().filter((row) => row[2] === level && Number(row[head.indexOf('教学及辅助用房面积')]) < (level === '小学' ? 4.5 : 5.8) * Number(row[head.indexOf('在校学生数')])).map((row) => row[1]!)

/** Schools much alike but for rooms and sports ground: every second one has 0.6 of both standards, the others 1.2, and nothing else is short. */
export function roomyRoster(): string[][] {
  const rows = Array.from({ length: 18 }, (_, i) => {
    const junior = i % 3 === 2
    const town = `${towns[i % 3]}镇`
    const pupils = (junior ? 900 : 720) + 12 * i
    const teachers = pupils / 12
    const form = junior ? '初级中学' : '小学'
    const share = i % 2 === 1 ? 0.6 : 1.2
    const people = [pupils, Math.round(pupils / 45), teachers, teachers - 2, Math.round(teachers * 0.6), Math.round(pupils * 0.02), Math.round(pupils * 0.015)]
    // the standards of 2017 by pupil: 4.5 and 7.5 m² in primary, 5.8 and 10.2 m² in junior schools
    const things = [pupils * (junior ? 5.8 : 4.5) * share, pupils * (junior ? 10.2 : 7.5) * share, pupils * (junior ? 3500 : 2900), Math.round(pupils * 0.034), pupils * 0.25, pupils * 40]
    return [340100 + i, `${town}第${i + 1}${form}`, junior ? '初中' : '小学', form, '教育部门', '镇区', town, ...people, ...things.map(Math.round)]
  })
  return [head, ...rows].map((row) => row.map(String))
}

/** A file for a chooser. */
export const csvFile = (rows: readonly (readonly string[])[], name = '某县学校明细2025.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(',')).join('\n')) })
