import { derived, statistic, unattributed } from './source.ts'

/** Published figures of single places, and this project’s own arithmetic. */
export const localStatistics = {
  'cv-tables-jilin': statistic(
    'second-hand',
    undefined,
    'Jilin: dispersion coefficients of the eight items by county',
    '吉林省各县义务教育学校校际差异系数表',
    'https://m.wenke99.com/p-504402.html',
  ),
  'cv-tables-chongqing': statistic(
    'second-hand',
    undefined,
    'Chongqing: dispersion coefficients of the eight items by district',
    '重庆市各区县义务教育学校校际差异系数表',
    'https://renrendoc.com/paper/214415052.html',
  ),
  'cv-tables-anhui': statistic(
    'second-hand',
    undefined,
    'Anhui: dispersion coefficients of the eight items by district',
    '安徽省各县区义务教育学校校际差异系数表',
    'https://max.book118.com/html/2015/0816/23463879.shtm',
  ),
  'jiujiang-2023': statistic(
    'read',
    2023,
    'Jiujiang district, Wuhu: balance monitoring 2023',
    '芜湖市鸠江区2023年义务教育优质均衡监测结果',
    'https://www.jjq.gov.cn/openness/grassroots/6603441/38916753.html',
  ),
  'ningguo-2022': statistic(
    'second-hand',
    2022,
    'Ningguo: dispersion coefficients of the seven items, 2022',
    '宁国市2022年义务教育优质均衡校际差异系数',
    'https://275167.com/OpennessContent/download/2668105.html',
  ),
  'hunan-small-schools-2019': unattributed(
    'second-hand',
    2021,
    'Rural primary sites under 100 pupils in 2019, in a province that is not named',
    '未注明省份的2019年乡村小学及教学点规模',
    'http://m.handmsg.com/page/2021/0401/8028441.shtml',
  ),
  'fuzhou-quota-cutoffs': statistic(
    'second-hand',
    2025,
    'Fuzhou: lowest scores of directed quota places 2022 to 2025 (unofficial compilation)',
    '福州市2022—2025年定向生录取线（非官方整理）',
  ),
  'chengdu-admission': statistic(
    'second-hand',
    2024,
    'Chengdu: senior-high plans, quota places and cut-offs 2023 and 2024',
    '成都市2023—2024年普通高中招生计划与录取线',
  ),
  'hangzhou-quota-2026': statistic(
    'second-hand',
    2026,
    'Hangzhou: senior-high plan and directed quota 2026',
    '杭州市2026年优质示范普通高中招生计划与分配生',
    'https://edu.hangzhou.gov.cn/col/col1228921941/art/2026/art_5aab8b4e1e06454cb0b6cc9c715974d0.html',
  ),
  'england-workforce': statistic(
    'second-hand',
    undefined,
    'England: school workforce by school (Open Government Licence v3)',
    '英格兰学校教职工统计（开放政府许可证第3版）',
  ),
  'quota-arithmetic': derived(
    'read',
    2026,
    'Closed-form arithmetic of directed quotas: 16 junior schools, 200 draws',
    '指标到校算例：16所初中、200次抽样',
  ),
  'demography-arithmetic': derived('read', 2026, 'Grade-1 intakes and rolls worked out from births', '由出生人口推算的入学人数与在校生'),
  'standards-arithmetic': derived('read', 2026, 'Arithmetic on the official thresholds', '由官方标准值推算'),
}
