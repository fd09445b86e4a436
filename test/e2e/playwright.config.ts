import { defineConfig } from '@playwright/test'
import { chromium, chromiumArguments, chromiumShell } from '../support/browsers.ts'

// another port where two checkouts are tested on one machine
const port = process.env['PORT'] ?? '4173'
const address = `http://127.0.0.1:${port}/`

const measures = process.env['BARS'] !== undefined
const browser = measures ? chromium : chromiumShell

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // a page waits for keys to rest and for pictures to come half of its time: two beside each other keep two cores busy; what measures has them to itself
  workers: measures ? 1 : 2,
  // what only measures runs for the table of bars, not with the tests
  testIgnore: measures ? [] : ['speed.spec.ts', 'endurance.spec.ts'],
  // a browser that another program starves of time gets a second chance; both attempts are in the report
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 720 },
    trace: 'on-first-retry',
    launchOptions: { ...(browser === undefined ? {} : { executablePath: browser }), args: chromiumArguments },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '../..',
    url: address,
    reuseExistingServer: false,
  },
})
