import { mount } from 'svelte'
import '../../../src/app/theme/tokens.css'
import '../../../src/app/theme/base.css'
import { galleryApp } from './app.ts'
import { learn } from '../../../src/app/stores/said/spoken.svelte.ts'
import Gallery from './Gallery.svelte'

await Promise.all([learn('zh'), learn('zh', 'later')])
mount(Gallery, { target: document.body, props: { app: galleryApp() } })
