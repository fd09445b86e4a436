/** A roster of 26 sections in 24 schools: sizes, place kinds, a combined school, a point, a private school, one column missing. */
export function rosterCsv(): string {
  const head =
    '学校代码,学校名称,学段,办学类型,举办者,城乡类型,所属乡镇,在校学生数,班级数,寄宿生数,专任教师数,高于规定学历教师数,中级及以上职称教师数,县级以上骨干教师数,体艺教师数,教学及辅助用房面积,体育运动场馆面积,教学仪器设备值,网络多媒体教室数,教学用计算机台数'
  const kinds = ['城区', '镇区', '乡村']
  const rows: string[] = []
  for (let i = 0; i < 16; i++) {
    const pupils = [1180, 932, 760, 705, 640, 588, 471, 402, 377, 310, 266, 214, 187, 143, 98, 31][i]!
    const teachers = Math.round(pupils / (13 + (i % 5))) + 2
    rows.push(
      [
        `1${100 + i}`,
        `第${i + 1}小学`,
        '小学',
        i === 15 ? '教学点' : '小学',
        i === 3 ? '民办' : '教育部门',
        kinds[i < 5 ? 0 : i < 10 ? 1 : 2],
        `${['城关', '柳树', '青山', '东风'][i % 4]}镇`,
        pupils,
        Math.max(6, Math.round(pupils / 41)),
        i > 8 ? Math.round(pupils / 9) : 0,
        teachers,
        teachers - (i % 4),
        Math.round(teachers * 0.55),
        Math.round(teachers * (0.2 - 0.01 * i)),
        1 + (teachers >> 3),
        Math.round(pupils * (4 + (i % 3))) + 137,
        Math.round(pupils * (6 + (i % 7))) + 411,
        pupils * (1800 + 130 * (i % 6)),
        3 + Math.round(pupils / 39),
        9 + Math.round(pupils / 8),
      ].join(','),
    )
  }
  for (let i = 0; i < 7; i++) {
    const pupils = [1320, 871, 640, 522, 455, 300, 209][i]!
    const teachers = Math.round(pupils / (11 + (i % 3))) + 3
    rows.push(
      [
        `2${100 + i}`,
        `第${i + 1}初级中学`,
        '初中',
        '初级中学',
        '教育部门',
        kinds[i < 2 ? 0 : i < 5 ? 1 : 2],
        `${['城关', '柳树', '青山', '东风'][i % 4]}镇`,
        pupils,
        Math.round(pupils / 46) + 1,
        i > 1 ? Math.round(pupils / 3) : 0,
        teachers,
        teachers - (i % 3),
        Math.round(teachers * 0.5),
        Math.round(teachers * 0.14),
        2 + (teachers >> 4),
        pupils * 5 + 977,
        pupils * (8 + i),
        pupils * (2300 + 111 * i),
        4 + Math.round(pupils / 33),
        11 + Math.round(pupils / 6),
      ].join(','),
    )
  }
  rows.push('3100,白云学校,小学,九年一贯制学校,教育部门,镇区,白云镇,410,10,0,31,28,17,4,4,5200,8800,2100000,22,96')
  rows.push('3100,白云学校,初中,九年一贯制学校,教育部门,镇区,白云镇,377,9,120,33,31,15,5,3,,,,,')
  return [head, ...rows].join('\n')
}
