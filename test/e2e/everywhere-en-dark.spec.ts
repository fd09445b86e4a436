import { everywhere } from './everywhere.ts'
/* What is expected stands in everywhere.ts: one file a language and look, so that two walks go beside each other. */

everywhere({ language: 'en', look: 'dark' })
