import type { CountyDescription, StockName } from '../../src/engine/index.ts'

const item = (mean: number, cv: number) => ({ mean, cv })

const items = (teachers: number): Readonly<Record<StockName, { mean: number; cv: number }>> => ({
  area: item(5, 0.25),
  sports: item(8, 0.3),
  equipment: item(2400, 0.3),
  multimedia: item(2.6, 0.3),
  computers: item(14, 0.3),
  books: item(20, 0.25),
  teachers: item(teachers, 0.2),
  aboveDegree: item(teachers * 0.9, 0.22),
  midRank: item(teachers * 0.45, 0.3),
  backbone: item(1, 0.4),
  peArts: item(0.9, 0.35),
})

/** Sixteen schools and about 4,500 pupils: a county that runs in a moment. */
export const smallCountyDescription = (): CountyDescription => ({
  id: 'small-county',
  title: { en: 'Small county', zh: '小县' },
  about: { en: 'For tests of the command line.', zh: '用于命令行测试。' },
  seed: 'small-county',
  year: 2025,
  radius: 15,
  townships: 4,
  neighbourhoods: 3,
  villages: 8,
  children: { 'county-town': 0.4, township: 0.35, rural: 0.25 },
  growth: { 'county-town': 1.02, township: 1, rural: 0.98 },
  migrants: { 'county-town': 0.05, township: 0.02, rural: 0 },
  leftBehind: { 'county-town': 0.05, township: 0.15, rural: 0.3 },
  schools: [
    { form: 'primary', kind: 'county-town', owner: 'county', count: 2, size: 2 },
    { form: 'primary', kind: 'township', owner: 'county', count: 4, size: 1 },
    { form: 'primary', kind: 'rural', owner: 'county', count: 4, size: 0.5 },
    { form: 'nine-year', kind: 'township', owner: 'county', count: 1, size: 0.8 },
    { form: 'junior', kind: 'county-town', owner: 'county', count: 2, size: 1.5 },
    { form: 'junior', kind: 'township', owner: 'county', count: 3, size: 0.8 },
  ],
  rolls: { primary: 3000, junior: 1500 },
  items: { primary: items(6.2), junior: items(8) },
  seniors: [{ seatShare: 0.12 }, { seatShare: 0.08 }],
  generalShare: 0.6,
  quota: { share: 0.5, order: 'open-first', floor: 0.45, residency: 3, returned: true },
  finance: { teacherPay: 120_000, aboveBase: { primary: 0, junior: 0 }, baseShares: { central: 0.6, province: 0.2, county: 0.2 } },
  sources: [{ path: '', source: 'assumption', kind: 'assumption', note: { en: 'Made up for a test.', zh: '测试用虚构数据。' } }],
})
