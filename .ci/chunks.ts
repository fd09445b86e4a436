/*
 * What comes in one file. A slow network with long ways asks for each file, and one piece compresses better than many; but whoever
 * needs one part of a file fetches all of it, so only what opens together stands together. Parts that no list names are cut by
 * themselves, where what comes later begins. No worker may need a file of the page (test/e2e/bars.spec.ts).
 */

/** Beginnings of file names, by folder of `src`. */
type Parts = Readonly<Record<string, readonly string[]>>

/** The little of the engine that the first screen and the workers share. */
const shared: Parts = {
  'engine/': ['declare.ts', 'ground.ts', 'units.ts', 'version.ts'],
  'engine/norms/': ['verdict.ts', 'balance-20', 'government-items.ts', 'quality-items.ts'],
  'engine/experiment/': ['results.ts', 'quantiles.ts', 'spread.ts', 'evidence-ranges.ts'],
  'engine/kernel/': ['expect.ts'],
  'engine/policies/': ['declare.ts'],
  'engine/county/': ['ledger.ts'],
  'runner/': ['problems.ts'],
  'words/': ['fill.ts', 'format.ts', 'index.ts'],
}

/** What stands around the first picture, and what opens over it. */
const later: Readonly<Record<string, Parts>> = {
  explore: {
    'app/screens/explore/': ['Swarm', 'Level', 'Mini', 'Bars', 'Chance', 'Directions', 'SlotB', 'Map', 'CostBars', 'Notes', 'VerdictNotes'],
    'scenario/': ['say-drawn.ts', 'drawn-figure.ts'],
    'app/charts/': ['Swarm', 'Map', 'Grid', 'Cursor', 'PlaceKeys', 'roving', 'school-hands'],
    'app/charts/marks/': ['Swarm', 'Stacked', 'StatusBadge', 'NineYear', 'Trails', 'Year', 'Break'],
    'app/charts/prepare/': ['borders', 'swarm', 'over-years', 'lever-moves', 'chance', 'admission', 'level-', 'cost-words', 'steps', 'about-doors', 'map-words', 'cv-reading', 'line-marks', 'school-map', 'township-grid', 'spread', 'crossing', 'mini', 'twin-files'],
    'words/': ['money-column'],
    '../node_modules/': ['d3-dsv/', 'd3-delaunay/', 'delaunator/', 'robust-predicates/'],
    'engine/indicators/': ['rise-and-fall'],
  },
  // what the engine declares in words, for whatever opens over the screens
  texts: { 'engine/declared/': ['policyNotes', 'behaviourGroups', 'sectionSeries'], 'engine/': ['sources'] },
  share: {
    'app/screens/share/': [''],
    'app/screens/schools/': ['SchoolSheet', 'Sheet'],
    'app/share/': ['qr', 'cite', 'clipboard', 'tables', 'result-digest'],
    'app/charts/': ['save', 'sheet', 'workbook'],
    'scenario/results/': ['tables', 'research-table', 'csv', 'table-parts', 'dictionary'],
    'engine/declared/': ['countySeries', 'actors'],
    'engine/indicators/': ['research-rows', 'inequality'],
    'app/charts/prepare/': ['report', 'verdict-words', 'school-sheet', 'schools-table', 'explained'],
    '../node_modules/uqr/': [''],
  },
  // what turns a scenario into a link or a file and back; what checks a county is needed by the roster’s worker too
  open: {
    'app/stores/said/': ['tell-unread'],
    'app/share/': ['open.ts', 'open-read.ts', 'open-dropped.ts', 'books.ts', 'draft-of.ts', 'file-text.ts', 'written-days.ts'],
    'scenario/': ['parse.ts', 'days.ts', 'link.ts', 'code.ts', 'notes.ts', 'migrate.ts', 'check-arms.ts', 'check-entered.ts', 'say-entered.ts', 'base64url.ts', 'write.ts', 'registry.ts'],
    'scenario/migrations/': ['index.ts'],
  },
  schools: {
    'app/screens/schools/': [''],
    'app/charts/': ['Arc', 'Sankey', 'Admission'],
    'app/charts/prepare/': ['flow-', 'breadth', 'school-doors', 'teacher-flows', 'arcs', 'sankey', 'lorenz', 'admission-'],
  },
  panels: {
    'app/screens/explore/': ['LeverSheet', 'ParameterGround', 'SheetTiming', 'SignedBars', 'Why', 'Official', 'Entered', 'entered', 'Assumption'],
    'app/controls/': ['About', 'Examples', 'Own', 'Door', 'Panel', 'Help', 'Dialog', 'ByHand'],
    'app/reader/': [''],
    'app/stores/runs/': ['parameter-sets'],
    'engine/validation/': ['facts', 'controls'],
    'app/stores/draft/': ['timing', 'moved'],
    'app/stores/kept/': ['forget-counties', 'to-county'],
    'app/stores/said/': ['left-behind', 'tell-moved'],
    'app/charts/prepare/': ['why', 'assumptions', 'entered', 'grades', 'timing-words', 'set-words'],
    'engine/indicators/': ['mechanism-ledger'],
  },
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const testOf = (parts: Parts): RegExp => new RegExp(Object.entries(parts).map(([folder, names]) => (folder.startsWith('../') ? plain(folder.slice(2)) : `/src/${plain(folder)}`) + (names.includes('') ? '' : `(?:${names.map(plain).join('|')})`)).join('|'))

const alone = { includeDependenciesRecursively: false }
const ofFirst = { ...alone, tags: ['$initial' as const] }

/** Which modules come together, first match first. */
export const groups = [
  // `main.ts` waits for the app to start: what it waits for must not lie in its own file, or a part that comes later would wait for itself
  { ...ofFirst, name: 'first', test: /\/src\/(app\/(?!main)|engine\/declared\/|words\/(changed|unloaded))|\/src\/engine\/indicators\/judge-checklist|\/src\/runner\/(?!serve|drive|problems)|\/node_modules\/(svelte|d3|idb|clsx|esm-env|@lucide)|\/scenarios\/counties\/|\/src\/scenario\/drawn-items/ },
  ...Object.entries(later).map(([name, parts]) => ({ ...alone, name, test: testOf(parts) })),
  // the rest of what reads and writes files of scenarios
  { ...alone, name: 'file', test: /\/src\/scenario\/(?!own-registry|results|drawn-|say-drawn)|\/node_modules\/zod\// },
  { ...ofFirst, name: 'shared', test: new RegExp(`${testOf(shared).source}|/node_modules/comlink/`) },
]
