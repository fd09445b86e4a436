import { mount } from 'svelte'
import '../../../src/app/theme/tokens.css'
import '../../../src/app/theme/base.css'
import { galleryApp } from './app.ts'
import Gallery from './Gallery.svelte'

mount(Gallery, { target: document.body, props: { app: galleryApp() } })
