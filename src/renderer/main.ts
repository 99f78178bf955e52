/** The window: one Vue app over whichever transport its host offers. */
import './client/ahead.ts'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app.vue'
import { createAppRouter } from './router.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/text.css'
import './styles/controls.css'
import './styles/marks.css'
import './styles/print.css'

createApp(App).use(createPinia()).use(createAppRouter()).mount('#app')
