/** The least that a Vue page can be: what Compare is held against. */
import { createApp } from 'vue'
import App from './app.vue'

createApp(App).mount('#app')
