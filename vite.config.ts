import { existsSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { EnvironmentOptions, UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { declaredAsData } from './.ci/declared.ts'
import { documentsInParts } from './.ci/documents.ts'
import { offline } from './.ci/offline.ts'
import { preloadFirst } from './.ci/preload.ts'
import { singleFile } from './.ci/single-file.ts'
import { workersAsChunks } from './.ci/workers.ts'

/** Programs for Node, each built into one file of `dist-cli`. Those whose source does not exist are left out. */
const programs = {
  cli: 'src/cli/main.ts',
  'simulation.node': 'workers/simulation.node.ts',
  bench: 'test/bench/main.ts',
  golden: 'test/engine/golden/write.ts',
  docs: 'docs/generate.ts',
  validate: 'src/cli/validate.ts',
}
const input = Object.fromEntries(Object.entries(programs).filter(([, source]) => existsSync(source)))

/** How those programs are built: for Node, with every package bundled in. */
const cli: EnvironmentOptions = {
  consumer: 'server',
  resolve: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist-cli',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    rolldownOptions: {
      input,
      // tools of the bench, which runs in a checkout only
      external: ['vite', 'puppeteer-core', '@playwright/test'],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        banner: (chunk) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
}

/** Modules that only declare: one that is not used is left out, and one used later only is loaded later only. */
const treeshake = { moduleSideEffects: (id: string) => !/\/src\/(engine|words|scenario|roster|app\/(charts|share))\/.*\.ts$/.test(id) }

/** A page is told what its script needs next. A part that a worker loads must not be: links would be put into a document it has not. */
const preloadOf = (_: string, needed: string[], { hostType }: { hostType: 'html' | 'js' }): string[] => (hostType === 'html' ? needed : [])

/**
 * What the first screen needs comes in a few files instead of fifty: a slow network with long ways asks for each. The page’s own, and
 * the little of the engine that page and workers share; the rest is cut by itself, where a part that comes later begins.
 */
const shared = [
  'engine/(declare|ground|units|version)',
  'engine/norms/(verdict|balance-20\\d\\d|government-items|quality-items)',
  'engine/experiment/(results|quantiles|spread|evidence-ranges)',
  'engine/(kernel/expect|policies/declare)',
  'engine/county/ledger',
  'runner/problems',
  'words/(fill|format|index)',
]
const ofFirst = { tags: ['$initial' as const], includeDependenciesRecursively: false }
// `main.ts` waits for the app to start: what it waits for must not lie in its own file, or a part that comes later would wait for itself
const codeSplitting = {
  groups: [
    { ...ofFirst, name: 'first', test: /\/src\/(app\/(?!main)|engine\/declared\/)|\/src\/engine\/indicators\/judge-checklist|\/src\/runner\/(?!serve|drive|problems)|\/node_modules\/(svelte|d3|idb|clsx|esm-env|@lucide)|\/scenarios\/counties\// },
    // what stands around the first picture, and what opens over it
    { name: 'explore', includeDependenciesRecursively: false, test: /\/src\/(app\/screens\/explore\/(Swarm|Level|Mini|Bars|Chance|Directions|SlotB|Map|Township|CostBars|Notes)|app\/charts\/(Swarm|Map|Grid|Cursor|PlaceKeys|roving|marks\/(Swarm|StatusBadge|NineYear|Trails)|prepare\/(swarm|over-years|chance|admission|level-|cost-words|steps|about-doors|map-words|cv-reading|line-marks|school-map|township-grid|spread|crossing))|engine\/indicators\/rise-and-fall)/ },
    { name: 'about', includeDependenciesRecursively: false, test: /\/src\/app\/(controls\/(About|Examples)|reader\/|stores\/parameter-sets)/ },
    { name: 'share', includeDependenciesRecursively: false, test: /\/src\/app\/(screens\/share\/|share\/qr|charts\/(save|sheet|workbook|prepare\/report))|\/node_modules\/uqr\// },
    { name: 'flows', includeDependenciesRecursively: false, test: /\/src\/app\/(screens\/schools\/(Flow|Lorenz|Admission)|charts\/(Arc|Sankey|Admission|prepare\/(flow-|teacher-flows|arcs|sankey|lorenz|admission-)))/ },
    { name: 'panels', includeDependenciesRecursively: false, test: /\/src\/app\/(screens\/explore\/(LeverSheet|SheetTiming|Why|Official|Entered|Assumption)|controls\/(Door|Help|Dialog)|charts\/prepare\/(why|assumptions|entered))/ },
    { ...ofFirst, name: 'shared', test: new RegExp(`/src/(${shared.join('|')})\\.ts$|/node_modules/comlink/`) },
  ],
}

/** `vite build --app`: the page and the programs. */
const pageAndPrograms: UserConfig = {
  build: { target: 'es2022' },
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments['client']!)
      await builder.build(builder.environments['cli']!)
    },
  },
  environments: {
    client: { build: { outDir: 'dist', chunkSizeWarningLimit: 900, modulePreload: { resolveDependencies: preloadOf }, rolldownOptions: { treeshake, output: { codeSplitting } } } },
    // a test run would bundle its packages too, if it saw this
    ...(process.env['VITEST'] === undefined && { cli }),
  },
}

/** `vite build --mode single`: the app as one file beside the others. */
const single = {
  plugins: [singleFile('hengtu.html')],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false as const,
    rolldownOptions: { treeshake, output: { codeSplitting: false, format: 'iife' as const } },
  },
}

/** Tests of modules that hold no state of their own, and replace nothing of the process. */
const pure = '{charts,docs,engine,roster,scenario,words}'

export default defineConfig(({ mode }) => ({
  // relative addresses: the built page works under any path, also on a project page of a forge
  base: './',
  publicDir: 'src/app/public',
  // the single file carries the engine anyway, for its workers: declarations as data would be there twice
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), documentsInParts({ apart: mode !== 'single' }), ...(mode === 'single' ? single.plugins : [declaredAsData(), workersAsChunks(), preloadFirst(), offline()])],
  // a page opened from a disk may start classic workers only
  worker: { format: mode === 'single' ? 'iife' : 'es' },
  // imported by the worker only, so the dev server would find them late and reload the page
  optimizeDeps: { include: ['comlink', 'seedrandom/lib/alea.js'] },
  ...(mode === 'single' ? { build: single.build } : pageAndPrograms),
  test: {
    projects: [
      // half of the time of all files went into loading the engine for each anew: those that only call functions share it
      { extends: true, test: { name: 'shared', include: [`test/${pure}/**/*.test.ts`], isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [`test/${pure}/**`] } },
    ],
    // left to itself it keeps one core free: half of the two that most machines for tests have
    maxWorkers: '100%',
    // whole counties on a machine that may be busy: a test that hangs is meant, not one that waits
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
}))
