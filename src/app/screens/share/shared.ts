import type { Scenario } from '../../../engine/index.ts'
import type { Stamp } from '../../../scenario/schema.ts'
import { positionsFor, writeCode } from '../../../scenario/code.ts'
import type { Edition, Standard, StandardView } from '../../charts/prepare/frame.ts'
import { firstPasses, headline } from '../../charts/prepare/verdict.ts'
import { beyondCode, bookOf, settingsOfDraft } from '../../share/books.ts'
import { daysToWrite } from '../../share/written-days.ts'
import { digestOfRuns } from '../../share/result-digest.ts'
import type { QrPicture } from '../../share/qr.ts'
import type { AppState } from '../../stores/app-state.svelte.ts'
import { usualName } from '../../stores/draft/draft.ts'

/** Everything about a scenario that somebody may take away as a text. */
export interface Shared {
  readonly link: string
  /** Null where it would be too fine to read, or the page has no address. */
  readonly linkQr: QrPicture | null
  /** Empty where the county has no codes. */
  readonly code: string
  readonly codeQr: QrPicture | null
  /** Digests of the scenario’s meaning and of its county. */
  readonly digest: string
  readonly county: string
  /** Digest of the results; undefined unless all runs are here. */
  readonly result: string | undefined
  readonly numbers: number
  /** Settings alone, and settings with the county inside. */
  readonly settingsFile: string
  readonly wholeFile: string
}

/** Called so in a stamp, as the engine calls its verdicts: the text of 2017 as the working rules read it. */
const relaxed = 'balance-2017.relaxed'

/** Which standard and edition a stamp’s verdict is of; null where this build does not know the standard. */
export function judgedBy({ services }: AppState, { standard }: NonNullable<Stamp['verdict']>): { readonly standard: StandardView; readonly edition: Edition } | null {
  const { standards } = services.layout
  if (standard === relaxed) return { standard: standards['balance-2017'], edition: 'relaxed' }
  return Object.hasOwn(standards, standard) ? { standard: standards[standard as Standard], edition: 'strict' } : null
}

/** What the results say now, for the stamp of a file: another model’s words can then be set beside it. Undefined unless all runs of the scenario are here. */
export function verdictOf(app: AppState): Stamp['verdict'] {
  if (app.experiment.stands !== 'complete') return undefined
  const { year, runs, of } = headline(firstPasses(app.frame, app.standard, app.runs))
  return { standard: app.edition === 'relaxed' ? relaxed : app.standard.id, year, runs, of }
}

/** The address of this page without its fragment; empty where no other machine could open it, as on a disk: it would only tell whose disk that is. */
export const pageAddress = ({ protocol, href }: Pick<Location, 'protocol' | 'href'> = location): string => (protocol.startsWith('http') ? href.replace(/#.*$/, '') : '')

export const codeOf = (app: AppState): string => {
  const draft = app.draft.committed
  const settings = settingsOfDraft(draft)
  const book = bookOf(draft.county, settings)
  return book ? writeCode(book, positionsFor(book, settings).positions) : ''
}

/** The code where nothing is said beside it, as on paper: none where whoever opens it may get other results, or another standard’s verdict on them. */
export function codeAlone(app: AppState): string {
  const { kinds, rounded } = beyondCode(app.draft.committed, app.county)
  return kinds.length + rounded.length === 0 && app.standardKey === 'standard.balance-2017' ? codeOf(app) : ''
}

/** Digest of the results of the shared scenario’s arms as they stand on the screen. Undefined unless all its runs are here. */
export async function resultOf({ experiment }: AppState, { arms, replicates }: Scenario): Promise<string | undefined> {
  if (experiment.stands !== 'complete') return undefined
  const runs = [experiment.baseline, experiment.plan]
  return digestOfRuns(arms.map(({ id }, a) => ({ id, runs: runs[a]! })), replicates)
}

/** The scenario as if nobody had named it. */
const unnamedScenario = (scenario: Scenario): Scenario => ({ ...scenario, title: usualName, arms: scenario.arms.map(({ title: _, ...arm }) => arm) })

/** What the results on the screen say; undefined while runs are missing. */
export interface Said {
  /** Their digest, once it is computed. */
  readonly result: Promise<string | undefined>
  readonly verdict: Stamp['verdict']
}

/** Makes every text that can be taken away. `address` is that of the page, as `pageAddress` gives it. */
export async function shareOf(app: AppState, scenario: Scenario, address: string, { result, verdict }: Said = { result: resultOf(app, scenario), verdict: verdictOf(app) }): Promise<Shared> {
  // all of the page is read before anything is awaited: who derives texts from it sees what they hang on
  const [view, code, own, days] = [app.viewRecord(), codeOf(app), app.county.roster !== undefined, daysToWrite(app.draft.committed)]
  const [share, { qrOf }, digest] = await Promise.all([import('../../share/open.ts'), import('../../share/qr.ts'), result])
  const linkOf = (named: Scenario) => address + share.linkOf(named, view, share.currentStamp(undefined, verdict))
  const link = linkOf(scenario)
  const stamp = share.currentStamp(digest, verdict)
  return {
    link,
    // a long name makes the code too fine: what is scanned does without
    linkQr: address === '' ? null : (qrOf(link) ?? qrOf(linkOf(unnamedScenario(scenario)))),
    code,
    // without an address the code is the code itself
    codeQr: code === '' ? null : qrOf(address === '' ? code : address + share.codePrefix + code),
    digest: share.digestOf(scenario),
    county: share.countyDigest(scenario.county),
    result: digest,
    numbers: stamp.numbers,
    settingsFile: own ? share.settingsText(scenario, stamp, days) : share.fileText(scenario, stamp, days),
    wholeFile: share.fileText(scenario, stamp, days),
  }
}
