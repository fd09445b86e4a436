import { existsSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { EnvironmentOptions, UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { groups } from './.ci/chunks.ts'
import { declaredAsData } from './.ci/declared.ts'
import { documentsInParts } from './.ci/documents.ts'
import { offline } from './.ci/offline.ts'
import { preloadFirst } from './.ci/preload.ts'
import { schemasWithoutWords } from './.ci/schemas.ts'
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

const codeSplitting = { groups }

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
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), documentsInParts({ apart: mode !== 'single' }), schemasWithoutWords(), ...(mode === 'single' ? single.plugins : [declaredAsData(), workersAsChunks(), preloadFirst(), offline()])],
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
