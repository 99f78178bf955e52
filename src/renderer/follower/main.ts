/** The page that followers see on their own devices: one page, one line to the listener, nothing from elsewhere. */
import './older.ts'
import { createApp } from 'vue'
import '../styles/tokens.css'
import '../styles/base.css'
import './follower.css'
import FollowerPage from './follower-page.vue'

createApp(FollowerPage).mount('#follower')
