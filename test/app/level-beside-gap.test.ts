import { describe, expect, it } from 'vitest'
import { countyColumn, countySeries } from '../../src/engine/index.ts'
import { cvDoor } from '../../src/app/charts/prepare/doors.ts'
import { itemOf } from '../../src/app/charts/prepare/frame.ts'
import CvSlot from '../../src/app/screens/explore/CvSlot.svelte'
import LevelStrip from '../../src/app/screens/explore/LevelStrip.svelte'
import MiniStrip from '../../src/app/screens/explore/MiniStrip.svelte'
import OfficialPanel from '../../src/app/screens/explore/OfficialPanel.svelte'
import VerdictCard from '../../src/app/screens/explore/VerdictCard.svelte'
import WhyPanel from '../../src/app/screens/explore/WhyPanel.svelte'
import Admission from '../../src/app/screens/schools/Admission.svelte'
import LorenzSlot from '../../src/app/screens/schools/LorenzSlot.svelte'
import TableFoot from '../../src/app/screens/schools/TableFoot.svelte'
import type { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { languages, type Language } from '../../src/words/index.ts'
import { appWithRuns, drawn, wordsOf } from '../support/app-with-runs.ts'

/* Bar Q19: wherever a coefficient of variation is printed, its mean and, where schools have a standard, how many are below it stand in the same panel. */

const panels = { CvSlot, VerdictCard, WhyPanel, LevelStrip, MiniStrip, OfficialPanel, TableFoot, LorenzSlot, Admission }
/** A coefficient: three decimals or more, no change with its sign, no part of a longer number. */
const coefficient = /(?<![\d.,+−-])[01]\.\d{3,5}(?!\d)/
const says = {
  zh: { mean: /均值/, below: /低于标准|未达标/ },
  en: { mean: /\bmean\b/i, below: /below std|below standard|< std/ },
} as const
/** The number of a county column in the middle run of three, read from the record itself. */
function recorded(app: AppState, column: string): number {
  const at = app.yearIndex * countySeries.length + countyColumn(column)
  return app.runs.map((run) => run.county[at]!).sort((a, b) => a - b)[1]!
}

describe.each(['balance-2017', 'balance-2012'] as const)('Q19 by %s', (standard) => {
  const item = standard === 'balance-2017' ? 'Q5' : 'B3'
  it.each(languages)('no panel prints a coefficient without mean and schools below: %s', async (language: Language) => {
    const app = await appWithRuns({ language, standard, item, year: 2029 })
    const printing = Object.entries(panels).map(([name, panel]) => [name, wordsOf(drawn(app, panel, { columns: app.standard.items.map(({ id }) => id), lead: 2 }))] as const).filter(([, words]) => coefficient.test(words))
    expect(printing.map(([name]) => name)).toEqual(expect.arrayContaining(['VerdictCard', 'WhyPanel', 'MiniStrip', 'TableFoot']))
    for (const [name, words] of printing) {
      expect([name, words]).toEqual([name, expect.stringMatching(says[language].mean)])
      // 2012 sets no school a standard
      if (standard === 'balance-2017') expect([name, words]).toEqual([name, expect.stringMatching(says[language].below)])
    }
  })
})

describe('Q19 the card', () => {
  it('has under the coefficients the means of the item chosen, of both stages, whichever it is', async () => {
    const app = await appWithRuns({ year: 2029 })
    for (const { id, unit } of app.standard.items) {
      app.selection.item = id
      const foot = /<tfoot.*?<\/tfoot>/s.exec(drawn(app, VerdictCard))![0]
      const printed = [...foot.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, text]) => wordsOf(text!).trim())
      const digits = unit.startsWith('yuan') ? 0 : 2
      expect([id, printed]).toEqual([id, (['primary', 'junior'] as const).map((level) => recorded(app, `${id}.mean.${level}`).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }))])
    }
  })
  it('opens a door that says the same of every coefficient', async () => {
    const app = await appWithRuns({ year: 2029 })
    const { t } = app.language
    const door = cvDoor({ t, language: 'zh' }, app.frame, app.standard, itemOf(app.standard, 'Q2'), 'junior', app.runs, app.yearIndex)
    expect(door.basis).toContain(`均值 ${recorded(app, 'Q2.mean.junior').toFixed(2)} 人/百名学生，${recorded(app, 'Q2.below.junior')} 所低于标准`)
  })
})
